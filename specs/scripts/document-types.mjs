/**
 * The type declaration of a document's JSON file. Text of JSON is text of a type too: every value
 * becomes its literal type, so an editor completes paths, operations and schemas. A `.d.cts` with
 * `export =` is what a JSON module is for Node: `import document from` and `require` both give it.
 */
export const documentTypes = (document) =>
  `declare const document: ${JSON.stringify(document, null, 2)};\nexport = document;\n`;
