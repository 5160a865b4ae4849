import { describe, expect, it } from "vitest";
import type { Schema } from "../src/document.js";
import { requiredPaths } from "../src/required-paths.js";

const id: Schema = { type: "object", required: ["id"], properties: { id: { type: "string" } } };

const paths = (schema: Schema, schemas: Readonly<Record<string, Schema>> = {}) =>
  requiredPaths({ openapi: "3.1.0", paths: {}, components: { schemas } }, schema);

describe("required paths of an answer", () => {
  it("name the required members, parents first", () => {
    const schema: Schema = {
      type: "object",
      required: ["room", "at"],
      properties: { at: { type: "string" }, note: { type: "string" }, room: id },
    };
    expect(paths(schema)).toEqual(["at", "room", "room.id"]);
  });

  it("name what an optional object requires once it is there", () => {
    expect(paths({ type: "object", properties: { room: id } })).toEqual(["room.id"]);
  });

  it("name what a nullable object requires once it is there", () => {
    const nullable = { anyOf: [{ $ref: "#/components/schemas/Room" }, { type: "null" }] };
    expect(paths({ properties: { room: nullable } }, { Room: id })).toEqual(["room.id"]);
    expect(paths({ properties: { room: { ...id, type: ["object", "null"] } } })).toEqual([
      "room.id",
    ]);
  });

  it("reach into the items of arrays, also nested ones and the answer itself", () => {
    expect(paths({ properties: { rooms: { type: "array", items: id } } })).toEqual(["rooms[].id"]);
    expect(paths({ type: "array", items: id })).toEqual(["[].id"]);
    const grid: Schema = { type: "array", items: { type: "array", items: id } };
    expect(paths({ properties: { grid } })).toEqual(["grid[][].id"]);
  });

  it("follow references and allOf, naming each path once", () => {
    const schema: Schema = {
      allOf: [{ $ref: "#/components/schemas/Base" }, id],
      required: ["id", "name"],
    };
    expect(paths(schema, { Base: { required: ["kind"], properties: { kind: {} } } })).toEqual([
      "kind",
      "id",
      "name",
    ]);
  });

  it.each(["anyOf", "oneOf"] as const)("name of %s only what all variants require", (key) => {
    const named: Schema = {
      required: ["id", "name"],
      properties: { id: { type: "string" }, name: { type: "string" } },
    };
    expect(paths({ [key]: [named, id] })).toEqual(["id"]);
    expect(paths({ [key]: [id, { type: "string" }] })).toEqual([]);
  });

  it("name a schema that holds itself once", () => {
    const Room: Schema = {
      required: ["id"],
      properties: {
        id: { type: "string" },
        parent: { $ref: "#/components/schemas/Room" },
        children: { type: "array", items: { $ref: "#/components/schemas/Room" } },
      },
    };
    expect(paths({ $ref: "#/components/schemas/Room" }, { Room })).toEqual(["id"]);
  });

  it("name the same schema at each place where it stands", () => {
    const ref = { $ref: "#/components/schemas/User" };
    expect(paths({ properties: { from: ref, to: ref } }, { User: id })).toEqual([
      "from.id",
      "to.id",
    ]);
  });

  it("leave out what only a request may hold", () => {
    const secret: Schema = { type: "string", writeOnly: true };
    expect(paths({ required: ["secret"], properties: { secret } })).toEqual([]);
  });
});
