// The golden vectors against the documents: complete, well-formed, and of one mind with them.
import { readdirSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import {
  apis,
  array,
  at,
  bodiesOf,
  example,
  folder,
  type Json,
  type JsonObject,
  object,
  operation,
  operationsOf,
  readDocument,
  string,
  text,
} from "./document.js";

const FORM = "application/x-www-form-urlencoded";
const names = readdirSync(new URL("vectors/", folder))
  .filter((name) => name.endsWith(".json") && name !== "vectors.schema.json")
  .map((name) => name.replace(".json", ""));
const files = names.map((name) => ({ name, file: read(`vectors/${name}.json`) }));
const documents = Object.fromEntries(apis.map((api) => [api, readDocument(api)]));
const vectors = files.flatMap(({ name, file }) => {
  const document = documents[string(file.document)];
  if (document === undefined) throw new Error(`${name} belongs to no document`);
  const entry = operation(document, string(file.operation));
  return array(file.vectors).map((value) => {
    const vector = object(value);
    return { id: string(vector.id), vector, document, entry, name };
  });
});
const ids = (found: typeof vectors) => found.map(({ id }) => id);
const inGroup = (group: string) => vectors.filter(({ vector }) => vector.group === group);

function read(path: string): JsonObject {
  return object(JSON.parse(text(path)) as Json);
}

/** The documented response that covers a status. */
function responseFor({ node }: (typeof vectors)[number]["entry"], status: number): string {
  const listed = Object.keys(object(node.responses));
  if (listed.includes(String(status))) return String(status);
  return listed.includes("default") ? "default" : "none";
}

describe("the files", () => {
  const validate = new Ajv2020().compile(read("vectors/vectors.schema.json"));

  test.each(files)("$name fits the schema of vectors", ({ file }) => {
    validate(file);
    expect(validate.errors ?? []).toEqual([]);
  });

  test("there is one for each operation, called after it", () => {
    const kebab = (id: string) => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const wanted = apis.flatMap((api) =>
      operationsOf(readDocument(api)).map(({ id }) => `${kebab(id)} ${api} ${id}`),
    );
    const present = files.map(({ name, file }) => `${name} ${file.document} ${file.operation}`);
    expect(present.sort()).toEqual(wanted.sort());
  });

  test("ids are unique and start with the name of the file", () => {
    expect(new Set(ids(vectors)).size).toBe(vectors.length);
    expect(ids(vectors.filter(({ id, name }) => !id.startsWith(`${name}/`)))).toEqual([]);
  });
});

describe("completeness", () => {
  const cases = apis.flatMap((api) =>
    operationsOf(readDocument(api)).flatMap(({ id, node }) =>
      Object.keys(object(node.responses)).map((status) => ({ id, status })),
    ),
  );

  test.each(cases)("$id $status has a vector", ({ id, status }) => {
    const found = vectors.filter(({ entry, vector }) => {
      const answered = Number(at(vector, "answer", "status"));
      const documented = at(vector, "answer", "example") !== undefined;
      return entry.id === id && documented && responseFor(entry, answered) === status;
    });
    expect(ids(found)).not.toEqual([]);
  });

  test("so has every documented example of a success", () => {
    for (const api of apis) {
      for (const entry of operationsOf(readDocument(api))) {
        const success = bodiesOf(readDocument(api), entry).filter(({ of }) => of.startsWith("2"));
        const wanted = success.flatMap(({ examples }) => examples.map(({ name }) => name));
        const found = vectors.filter((one) => one.entry.id === entry.id);
        const shown = found.map(({ vector }) => at(vector, "answer", "example"));
        expect(shown).toEqual(expect.arrayContaining(wanted));
      }
    }
  });

  test("form arrays come with 1, 2 and 5 items", () => {
    const lengths = inGroup("form-array").map(
      ({ vector }) => array(at(vector, "input", "body", "participant_ids[]")).length,
    );
    expect(lengths).toEqual(expect.arrayContaining([1, 2, 5]));
  });

  test.each([" ", "+", "&", "=", "%", "🎉"])("a name in a form holds %j", (character) => {
    const found = inGroup("awkward-text").filter(({ vector }) =>
      String(at(vector, "input", "body", "name")).includes(character),
    );
    expect(ids(found)).not.toEqual([]);
  });

  test("every path parameter has ids that need escapes", () => {
    const escaped = inGroup("awkward-id").filter(({ vector }) =>
      string(at(vector, "request", "path")).includes("%"),
    );
    const operations = new Set(escaped.map(({ entry }) => entry.id));
    const wanted = vectors.filter(({ entry }) => entry.path.includes("{"));
    expect(operations).toEqual(new Set(wanted.map(({ entry }) => entry.id)));
  });

  test.each(apis)("answers of %s come empty, as HTML, malformed and cut", (api) => {
    const broken = inGroup("broken-answer").filter(({ document }) => document === documents[api]);
    for (const kind of ["200-", "error"] as const) {
      const some = broken.filter(({ id }) => id.includes("/200-") === (kind === "200-"));
      for (const fault of ["empty", "html", "malformed", "cut"]) {
        expect(some.some(({ id }) => id.endsWith(fault))).toBe(true);
      }
    }
  });

  test.each(apis)("answers of %s hold nulls, and members and values nobody knows", (api) => {
    const own = vectors.filter(({ document }) => document === documents[api]);
    const value = ({ vector }: (typeof vectors)[number]) => JSON.stringify(vector.expect);
    expect(own.some((one) => one.id.includes("unknown-members"))).toBe(true);
    expect(own.some((one) => /unknown-(enum|token|error)/.test(one.id))).toBe(true);
    expect(
      own.some((one) => one.vector.group !== "broken-answer" && /:null/.test(value(one))),
    ).toBe(true);
  });
});

describe.each(vectors)("$id", ({ vector, document, entry }) => {
  const request = object(vector.request);
  const headers = object(request.headers);

  test("calls the operation as the document says", () => {
    expect(request.method).toBe(entry.method.toUpperCase());
    const values = object(at(vector, "input", "path") ?? {});
    const path = entry.path.replace(/\{(\w+)\}/g, (_, name: string) => string(values[name]));
    expect(string(request.path).split("/").map(decodeURIComponent).join("/")).toBe(path);
    expect(string(request.path).split("/")).toHaveLength(entry.path.split("/").length);
    const [schemes = {}] = array(entry.node.security);
    expect(Object.keys(object(vector.credentials))).toEqual(Object.keys(object(schemes)));
    expect(Object.values(headers)).toEqual(
      expect.arrayContaining(
        Object.values(object(vector.credentials)).map((secret) =>
          expect.stringMatching(new RegExp(`(^|Bearer |Basic )${secret}$`)),
        ),
      ),
    );
  });

  test("sends a body that reads as the input, and is valid", () => {
    const [body] = bodiesOf(document, entry).filter(({ of }) => of === "request");
    if (body === undefined) {
      expect(request).not.toHaveProperty("body");
      expect(headers).not.toHaveProperty("content-type");
      return;
    }
    expect(headers["content-type"]).toBe(body.mediaType);
    const input = object(at(vector, "input", "body"));
    const sent = string(request.body);
    const decoded = body.mediaType === FORM ? readForm(sent, input) : (JSON.parse(sent) as Json);
    expect(decoded).toEqual(input);
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema(document, "document");
    const validate = ajv.compile({ $ref: `document${body.schema.$ref}` });
    validate(input);
    expect(validate.errors ?? []).toEqual([]);
  });

  test("expects what the answer holds", () => {
    const answer = object(vector.answer);
    const { value, error } = object(vector.expect);
    const answered = string(answer.body);
    if (answer.example !== undefined) {
      const of = responseFor(entry, Number(answer.status));
      const wanted = example(document, entry.id, of, string(answer.example));
      expect(JSON.parse(answered)).toEqual(wanted);
      expect(value ?? at(error, "body")).toEqual(wanted);
    } else if (value !== undefined) {
      expect(JSON.parse(answered)).toMatchObject(value as object);
    } else {
      expect(at(error, "status")).toBe(answer.status);
    }
  });
});

function readForm(form: string, input: JsonObject): JsonObject {
  const fields = new URLSearchParams(form);
  return Object.fromEntries(
    [...fields.keys()].map((name) => [
      name,
      Array.isArray(input[name]) ? fields.getAll(name) : string(fields.get(name) ?? undefined),
    ]),
  );
}
