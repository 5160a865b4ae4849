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
        security: { userToken: { header: "authorization", prefix: "Bearer " } },
        query: { fields: { explode: true }, limit: {} },
        success: {
          200: {
            room: {
              id: 1,
              status: 1,
              closed_reason: 1,
              "owner?": { id: 1 },
              "members?": [{ id: 1 }],
            },
          },
        },
      },
      openGroup: {
        method: "POST",
        path: "/rooms/{roomId}/groups",
        server: "https://api.example.com/v1",
        security: { userToken: { header: "authorization", prefix: "Bearer " } },
        body: {
          mediaType: "application/x-www-form-urlencoded",
          fields: { "member_ids[]": { required: true, items: 1, explode: true }, name: {} },
        },
        success: { 201: { id: 1 } },
      },
      renewToken: {
        method: "POST",
        path: "/token",
        server: "https://login.example.com",
        security: {},
        success: { 200: { token: 1 } },
      },
    });
  });

  it("keeps the operations that need a server secret apart", () => {
    expect(rows(table.serverOperations)).toEqual({
      deleteRoom: {
        method: "DELETE",
        path: "/rooms/{roomId}",
        server: "https://api.example.com/v1",
        security: { apiKey: { header: "authorization", prefix: "Basic " } },
        success: { 204: null },
      },
      createRoom: {
        method: "POST",
        path: "/rooms",
        server: "https://api.example.com/v1",
        security: {
          apiKey: { header: "authorization", prefix: "Basic " },
          organization: { header: "x-org-id" },
        },
        body: {
          mediaType: "application/json",
          fields: { muted: {}, seats: {}, kind: { required: true }, topic: {}, tags: { items: 0 } },
        },
        success: { 200: table.operations.getRoom?.operation.success[200] },
      },
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
      schema: { type: "array", items: { type: "string" } },
    });
    const { operations, serverOperations } = operationTable(document, serverSecrets);
    expect(operations.getRoom?.operation.query?.limit).toEqual({});
    expect(serverOperations.deleteRoom?.operation.query?.limit).toEqual({ explode: true });
  });
});
