/** First line of a generated file: where it comes from, and how to write it again. */
export function header(documentName: string): string {
  return `// Do not edit: generated from specs/${documentName}/openapi.yaml by \`npm run generate\`.`;
}
