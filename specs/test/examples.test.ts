import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import {
  apis,
  array,
  bodiesOf,
  example,
  type Json,
  type JsonObject,
  object,
  operationsOf,
  readDocument,
  resolve,
  walk,
} from "./document.js";

/** Members that no example of ours shows, with the reason. */
const NOT_SHOWN: Record<string, readonly string[]> = {
  // A new room is empty; getChatroom shows what a room can hold.
  "createChatroom 200": [
    "chatroom.blocked_users.",
    "chatroom.pinned_messages.",
    "chatroom.active_poll.",
  ],
};

/** Formats that the documents use. The two for numbers say nothing that the type does not. */
const formats = {
  int32: true,
  int64: true,
  "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
  uri: (value: string) => URL.canParse(value),
} as const;

describe.each(apis)("every example of %s fits its schema", (api) => {
  const document = readDocument(api);
  const ajv = new Ajv2020({ strict: false, allErrors: true, formats });
  ajv.addSchema(document, "document");

  const cases = operationsOf(document).flatMap((entry) =>
    bodiesOf(document, entry).flatMap(({ of, schema, examples }) =>
      examples.map(({ name, value }) => ({ id: entry.id, of, name, schema, value })),
    ),
  );

  test.each(cases)("$id $of $name", ({ schema, value }) => {
    const validate = ajv.compile({ $ref: `document${schema.$ref}` });
    validate(value);
    expect(validate.errors ?? []).toEqual([]);
    expect(value).toBeDefined();
  });

  test("and so does every example beside a schema", () => {
    let found = 0;
    walk(document, (node, pointer) => {
      if (node.example === undefined) return;
      found += 1;
      const schema = node.schema ?? node;
      const valid = ajv.validate({ ...(schema as object) }, node.example);
      expect(valid, `${pointer.join("/")}: ${ajv.errorsText()}`).toBe(true);
    });
    expect(found).toBeGreaterThan(20);
  });
});

describe.each(apis)("the examples of %s", (api) => {
  const document = readDocument(api);

  /** Members of a schema and of those inside it, as dotted paths; lists count as one item. */
  function paths(schema: JsonObject): string[] {
    const node = resolve(document, schema.anyOf === undefined ? schema : array(schema.anyOf)[0]);
    if (node.items !== undefined) return paths(object(node.items));
    return Object.entries(object(node.properties ?? {})).flatMap(([name, property]) => [
      name,
      ...paths(object(property)).map((path) => `${name}.${path}`),
    ]);
  }

  /** Members that a value has. */
  function present(value: Json | undefined): string[] {
    if (Array.isArray(value)) return value.flatMap(present);
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([name, inner]) => [
      name,
      ...present(inner).map((path) => `${name}.${path}`),
    ]);
  }

  const bodies = operationsOf(document).flatMap((entry) =>
    bodiesOf(document, entry)
      .filter(({ of }) => of === "request" || of === "200")
      .map((body) => ({ id: entry.id, ...body })),
  );

  test.each(bodies)("$id $of: every member is shown, by an example of ours", (body) => {
    const ours = body.examples.filter(({ name }) => !name.startsWith("vendor"));
    const shown = new Set(ours.flatMap(({ value }) => present(value)));
    const missing = paths(body.schema).filter((path) => !shown.has(path));
    const excused = NOT_SHOWN[`${body.id} ${body.of}`] ?? [];
    expect(missing.filter((path) => !excused.some((prefix) => path.startsWith(prefix)))).toEqual(
      [],
    );
  });
});

describe("examples go together", () => {
  test("the group chat form carries the chat token of the working initialization", () => {
    const document = readDocument("ibm-video-chat");
    const opened = example(document, "initializeChat", "200", "working");
    const form = example(document, "initializeGroupChat", "request", "working");
    expect(JSON.stringify(form)).toContain(
      JSON.stringify((opened as { chat: { user: { token: string } } }).chat.user.token),
    );
  });

  test("every working chatroom answer is about the same chatroom", () => {
    const document = readDocument("blendvision-chatroom");
    const id = "00000000-0000-4000-8000-0000000c4a70";
    for (const call of ["createChatroom", "getChatroom", "getChatroomConfig"]) {
      expect(JSON.stringify(example(document, call, "200", "working"))).toContain(id);
    }
  });

  test("the refresh token that is sent is the one that was given", () => {
    const document = readDocument("blendvision-chatroom");
    const given = example(document, "createChatroomToken", "200", "working");
    const sent = example(document, "refreshChatroomToken", "request", "working");
    expect(given).toMatchObject(sent as object);
  });
});
