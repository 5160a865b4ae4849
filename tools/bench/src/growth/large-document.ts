import type { OpenApiDocument } from "@roomkey/codegen/document";
import { operationTable } from "@roomkey/codegen/operation-table";

/** A document of so many operations, each like one that the real documents have. */
export function largeDocument(operations: number): OpenApiDocument {
  const places = Array.from({ length: operations }, (_, index) => index);
  const text = { type: "string" };
  return {
    openapi: "3.1.0",
    servers: [{ url: "https://api.example.com" }],
    security: [{ accessToken: [] }],
    paths: Object.fromEntries(
      places.map((place) => [
        `/rooms${place}/{roomId}`,
        {
          get: {
            operationId: operationName(place),
            summary: `Read room ${place}`,
            parameters: [{ name: "roomId", in: "path", required: true, schema: text }],
            responses: {
              200: {
                content: { "application/json": { schema: { $ref: "#/components/schemas/Room" } } },
              },
            },
          },
        },
      ]),
    ),
    components: {
      schemas: {
        Room: {
          type: "object",
          properties: { id: text, owner: { $ref: "#/components/schemas/Owner" } },
          required: ["id", "owner"],
        },
        Owner: { type: "object", properties: { id: text, name: text }, required: ["id"] },
      },
      securitySchemes: { accessToken: { type: "http", scheme: "bearer" } },
    },
  };
}

/** The `operationId` at a place of the document. */
export function operationName(place: number): string {
  return `readRoom${place}`;
}

/** What the code generator makes of such a document: the table that a client reads. */
export function largeTable(operations: number) {
  const table = operationTable(largeDocument(operations), []);
  const rules = Object.entries(table.operations).map(([id, { operation }]) => [id, operation]);
  return { operations: Object.fromEntries(rules) };
}
