import type { Json, JsonObject } from "../document.js";
import { type Api, unescapePointer } from "../document.js";

/** One mistake in a document that is otherwise fine, and the rule that has to find it. */
export interface Defect {
  readonly title: string;
  readonly api: Api;
  readonly rule: string;
  readonly edits: readonly Edit[];
}

type Edit = (document: JsonObject) => void;

const defectIn =
  (api: Api) =>
  (title: string, rule: string, ...edits: readonly Edit[]): Defect => ({ title, api, rule, edits });

export const ibm = defectIn("ibm-video-chat");
export const blendvision = defectIn("blendvision-chatroom");

/** Puts a value where a JSON pointer leads; `-` at its end appends to a list. */
export const set =
  (pointer: string, value: Json): Edit =>
  (document) => {
    const { holder, key } = find(document, pointer);
    if (Array.isArray(holder)) holder.splice(key === "-" ? holder.length : Number(key), 1, value);
    else holder[key] = value;
  };

/** Takes away what a JSON pointer leads to, which has to be there. */
export const remove =
  (pointer: string): Edit =>
  (document) => {
    const { holder, key } = find(document, pointer);
    if (!(key in holder)) throw new Error(`nothing at ${pointer}`);
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  };

/** Gives the member another name, in its old place. */
export const rename =
  (pointer: string, name: string): Edit =>
  (document) => {
    const { holder, key } = find(document, pointer);
    if (Array.isArray(holder) || !(key in holder)) throw new Error(`nothing at ${pointer}`);
    const members = Object.entries(holder);
    for (const [member] of members) delete holder[member];
    for (const [member, value] of members) holder[member === key ? name : member] = value;
  };

/** Copies what one JSON pointer leads to, to where another leads. */
export const copy =
  (from: string, to: string): Edit =>
  (document) => {
    const { holder, key } = find(document, from);
    const value = (holder as JsonObject)[key];
    if (value === undefined) throw new Error(`nothing at ${from}`);
    set(to, structuredClone(value))(document);
  };

function find(document: JsonObject, pointer: string): { holder: JsonObject | Json[]; key: string } {
  const path = pointer.slice(1).split("/").map(unescapePointer);
  const key = path.pop() ?? "";
  let holder: Json = document;
  for (const part of path) {
    const next: Json | undefined = (holder as JsonObject)[part];
    if (typeof next !== "object" || next === null) throw new Error(`nothing at ${pointer}`);
    holder = next;
  }
  return { holder: holder as JsonObject | Json[], key };
}

/** The document with the mistake in it. */
export function plant(document: JsonObject, { edits }: Defect): JsonObject {
  const planted = structuredClone(document);
  for (const edit of edits) edit(planted);
  return planted;
}
