import { downConvert, type Json, type JsonObject } from "../src/down-convert.js";

/** A small document of OpenAPI 3.1 with these members beside or instead of its own. */
export const documentOf = (members: JsonObject): JsonObject => ({
  openapi: "3.1.0",
  info: { title: "Rooms", version: "1.0.0" },
  paths: {},
  ...members,
});

/** Converts a document whose component `It` is this schema, beside other components. */
export const convertSchema = (schema: Json, others: JsonObject = {}) => {
  const { document, lost } = downConvert(
    documentOf({ components: { schemas: { It: schema, ...others } } }),
  );
  const { It, ...rest } = (document as { components: { schemas: JsonObject } }).components.schemas;
  return { schema: It, others: rest, lost };
};
