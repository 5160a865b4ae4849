// Reads the bundles the way any consumer of the package would: as plain JSON.
import { readFileSync } from "node:fs";

export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [member: string]: Json;
}

export type Api = "ibm-video-chat" | "blendvision-chatroom";
export const apis: readonly Api[] = ["ibm-video-chat", "blendvision-chatroom"];

/** The files of dist, without their endings: each document in 3.1 and in 3.0. */
export const versions = apis.flatMap((api) => [api, `${api}.3.0`]);
/** And what overlays made of them. */
export const editions = [
  "blendvision-chatroom.mock",
  "ibm-video-chat.mock",
  "ibm-video-chat.progenitor",
];

/** The folder of this package. */
export const folder = new URL("../", import.meta.url);

/** Text of a file of this package. */
export function text(path: string): string {
  return readFileSync(new URL(path, folder), "utf8");
}

export function object(value: Json | undefined): JsonObject {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Error(`not an object: ${JSON.stringify(value)}`);
  }
  return value;
}

export function array(value: Json | undefined): Json[] {
  if (!Array.isArray(value)) throw new Error(`not an array: ${JSON.stringify(value)}`);
  return value;
}

export function string(value: Json | undefined): string {
  if (typeof value !== "string") throw new Error(`not text: ${JSON.stringify(value)}`);
  return value;
}

/** What a path leads to, for example `at(body, "chat", "user", "id")`; undefined if nothing is there. */
export function at(value: Json | undefined, ...path: string[]): Json | undefined {
  return path.reduce<Json | undefined>((node, key) => {
    if (typeof node !== "object" || node === null || Array.isArray(node)) return undefined;
    return node[key];
  }, value);
}

export function readDocument(api: Api): JsonObject {
  return object(JSON.parse(text(`dist/${api}.json`)) as Json);
}

/** The object itself, or the one that its `$ref` names. */
export function resolve(document: JsonObject, value: Json | undefined): JsonObject {
  const node = object(value);
  if (typeof node.$ref !== "string") return node;
  const path = node.$ref.replace(/^#\//, "").split("/");
  return resolve(document, at(document, ...path.map(unescapePointer)));
}

export const unescapePointer = (part: string) => part.replaceAll("~1", "/").replaceAll("~0", "~");

export interface OperationEntry {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly node: JsonObject;
}

const METHODS = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

export function operationsOf(document: JsonObject): OperationEntry[] {
  return Object.entries(object(document.paths)).flatMap(([path, item]) =>
    Object.entries(object(item))
      .filter(([method]) => METHODS.has(method))
      .map(([method, node]) => ({
        id: string(object(node).operationId),
        method,
        path,
        node: object(node),
      })),
  );
}

/** The operation of this id. */
export function operation(document: JsonObject, id: string): OperationEntry {
  const found = operationsOf(document).find((entry) => entry.id === id);
  if (found === undefined) throw new Error(`no operation ${id}`);
  return found;
}

export interface Body {
  /** `request`, or the status of the response. */
  readonly of: string;
  readonly mediaType: string;
  readonly schema: JsonObject;
  readonly encoding: JsonObject | undefined;
  readonly examples: { readonly name: string; readonly value: Json | undefined }[];
}

/** Every body an operation takes or gives, one entry per media type. */
export function bodiesOf(document: JsonObject, { node }: OperationEntry): Body[] {
  const holders: [string, JsonObject][] = [];
  if (node.requestBody !== undefined) {
    holders.push(["request", resolve(document, node.requestBody)]);
  }
  for (const [status, response] of Object.entries(object(node.responses))) {
    holders.push([status, resolve(document, response)]);
  }
  return holders.flatMap(([of, holder]) =>
    Object.entries(object(holder.content ?? {})).map(([mediaType, media]) => ({
      of,
      mediaType,
      schema: object(at(media, "schema")),
      encoding: object(media).encoding === undefined ? undefined : object(at(media, "encoding")),
      examples: Object.entries(object(object(media).examples ?? {})).map(([name, example]) => ({
        name,
        value: resolve(document, example).value,
      })),
    })),
  );
}

/** The value of one named example. */
export function example(document: JsonObject, id: string, of: string, name: string): Json {
  const bodies = bodiesOf(document, operation(document, id));
  const found = bodies.find((body) => body.of === of)?.examples.find((e) => e.name === name);
  if (found?.value === undefined) throw new Error(`no example ${id} ${of} ${name}`);
  return found.value;
}

/** Calls back with every object of a document and the JSON pointer to it. */
export function walk(
  node: Json | undefined,
  visit: (node: JsonObject, pointer: readonly string[]) => void,
  pointer: readonly string[] = [],
): void {
  if (typeof node !== "object" || node === null) return;
  if (!Array.isArray(node)) visit(node, pointer);
  for (const [key, value] of Object.entries(node)) walk(value, visit, [...pointer, key]);
}
