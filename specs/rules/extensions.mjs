/** Every `x-` extension of the documents, and where it may stand; STYLE.md says who reads it. */
export const extensions = {
  "x-assumption": ["Operation", "Parameter", "RequestBody", "Response", "Schema", "SecurityScheme"],
  "x-provenance": ["Operation"],
  "x-extensible-enum": ["Schema"],
};
