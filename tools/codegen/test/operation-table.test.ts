import { describe, expect, it } from "vitest";
import { operationTable } from "../src/operation-table.js";
import type { Entry } from "../src/table.js";
import { roomDocument, roomDocumentWith, serverSecrets } from "./fixtures/room-document.js";

const rows = (entries: Readonly<Record<string, Entry>>) =>
  Object.fromEntries(Object.entries(entries).map(([id, { operation }]) => [id, operation]));

describe("the operation table of a document", () => {
  const table = operationTable(roomDocument(), serverSecrets);

  it("holds what a client needs to send each operation and to check its answer", () => {
    expect(rows(table.operations)).toEqual({
      getRoom: {
        method: "GET",
        path: "/rooms/{roomId}",
        server: "https://api.example.com/v1",
        security: ["userToken"],
        parameters: {
          roomId: { in: "path", required: true, style: "simple", explode: false },
          fields: { in: "query", required: false, style: "form", explode: true },
          limit: { in: "query", required: true, style: "form", explode: true },
        },
        success: {
          200: {
            mediaType: "application/json",
            required: [
              "room",
              "room.id",
              "room.status",
              "room.closed_reason",
              "room.owner.id",
              "room.members[].id",
            ],
          },
        },
      },
      openGroup: {
        method: "POST",
        path: "/rooms/{roomId}/groups",
        server: "https://api.example.com/v1",
        security: ["userToken"],
        parameters: { roomId: { in: "path", required: true, style: "simple", explode: false } },
        body: {
          mediaType: "application/x-www-form-urlencoded",
          required: true,
          fields: {
            "member_ids[]": {
              type: "array",
              required: true,
              minItems: 1,
              style: "form",
              explode: true,
            },
            name: { type: "string", required: false },
          },
        },
        success: { 201: { mediaType: "application/json", required: ["id"] } },
      },
      renewToken: {
        method: "POST",
        path: "/token",
        server: "https://login.example.com",
        security: [],
        parameters: {},
        success: { 200: { mediaType: "application/json", required: ["token"] } },
      },
    });
  });

  it("keeps the operations that need a server secret apart", () => {
    expect(rows(table.serverOperations)).toEqual({
      deleteRoom: {
        method: "DELETE",
        path: "/rooms/{roomId}",
        server: "https://api.example.com/v1",
        security: ["apiKey"],
        parameters: { roomId: { in: "path", required: true, style: "simple", explode: false } },
        success: { 204: { mediaType: "", required: [] } },
      },
      createRoom: {
        method: "POST",
        path: "/rooms",
        server: "https://api.example.com/v1",
        security: ["apiKey", "organization"],
        parameters: {},
        body: {
          mediaType: "application/json",
          required: true,
          fields: {
            muted: { type: "boolean", required: false },
            seats: { type: "integer", required: false },
            kind: { type: "string", required: true },
            topic: { type: "string", required: false },
            tags: { type: "array", required: false },
          },
        },
        success: {
          200: {
            mediaType: "application/json",
            required: table.operations.getRoom?.operation.success[200]?.required,
          },
        },
      },
    });
  });

  it("says how each credential travels", () => {
    expect(table.securitySchemes).toEqual({
      userToken: { type: "bearer" },
      apiKey: { type: "basic" },
      organization: { type: "header", name: "x-org-id" },
    });
  });

  it("carries the words of the document, for doc comments", () => {
    expect(table.operations.getRoom?.comment).toEqual([
      "Read a room",
      "",
      "Answers with the room.",
      "",
      "Closed rooms */ too.",
      "",
      "@see https://example.com/docs/get-room",
    ]);
    expect(table.operations.renewToken?.comment).toEqual([]);
  });

  it("lets an operation override a parameter of its path", () => {
    const document = roomDocumentWith(["paths", "/rooms/{roomId}", "parameters", "1"], {
      name: "limit",
      in: "query",
      schema: { type: "integer" },
    });
    const { operations, serverOperations } = operationTable(document, serverSecrets);
    expect(operations.getRoom?.operation.parameters.limit?.required).toBe(true);
    expect(serverOperations.deleteRoom?.operation.parameters.limit?.required).toBe(false);
  });
});
