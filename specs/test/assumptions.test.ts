import { describe, expect, test } from "vitest";
import {
  type Api,
  apis,
  at,
  type JsonObject,
  object,
  readDocument,
  string,
  text,
  walk,
} from "./document.js";

const CHAPTERS = { "ibm-video-chat": "IBM", "blendvision-chatroom": "BV" } as const;
const FIELDS = ["Marked on", "Assumed", "Source and certainty", "If wrong"] as const;

type Entry = Record<(typeof FIELDS)[number] | "id" | "title", string>;

/** The entries of ASSUMPTIONS.md. */
function entries(): Entry[] {
  return text("ASSUMPTIONS.md")
    .split(/^### /m)
    .slice(1)
    .map((section) => {
      const [heading = "", ...lines] = section.split(/\n## /)[0]?.trim().split("\n") ?? [];
      const [id = "", title = ""] = heading.split(": ");
      const fields = FIELDS.map((field) => {
        const line = lines.find((candidate) => candidate.startsWith(`- ${field}: `));
        return [field, line?.slice(field.length + 4) ?? ""];
      });
      return { id, title, ...Object.fromEntries(fields) } as Entry;
    });
}

/** How ASSUMPTIONS.md names a place in a document. */
function label(document: JsonObject, pointer: readonly string[]): string {
  const [top, kind, name, , member] = pointer;
  if (top === "paths" && kind !== undefined && name !== undefined) {
    const id = string(at(document, "paths", kind, name, "operationId"));
    return pointer.at(-1) === "requestBody" ? `body of ${id}` : id;
  }
  if (kind === "schemas") return member === undefined ? `${name}` : `${name}.${member}`;
  if (kind === "securitySchemes") return `security scheme ${name}`;
  return `${kind?.replace(/s$/, "")} ${name}`;
}

/** The marks of a document: id of the assumption and where it stands. */
function marks(api: Api): { id: string; place: string }[] {
  const document = readDocument(api);
  const found: { id: string; place: string }[] = [];
  walk(document, (node, pointer) => {
    for (const id of [node["x-assumption"] ?? []].flat()) {
      found.push({ id: string(id), place: label(document, pointer) });
    }
  });
  return found;
}

describe("assumptions", () => {
  const listed = entries();

  test("every entry has an id of its own, a title and all four fields", () => {
    expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length);
    for (const entry of listed) {
      expect(entry.id).toMatch(/^(IBM|BV)-\d{3}$/);
      for (const [field, value] of Object.entries(entry))
        expect(value, `${entry.id} ${field}`).not.toBe("");
    }
  });

  test.each(apis)("marks in %s and entries match one to one, place by place", (api) => {
    const marked = marks(api).map(({ id, place }) => `${id} ${place}`);
    const entered = listed
      .filter(({ id }) => id.startsWith(CHAPTERS[api]))
      .flatMap((entry) =>
        [...entry["Marked on"].matchAll(/`([^`]+)`/g)].map(([, place]) => `${entry.id} ${place}`),
      );
    expect(marked.sort()).toEqual(entered.sort());
    expect(marked.length).toBeGreaterThan(10);
  });

  test("they name only sources that are listed", () => {
    const ids = new Set([...text("SOURCES.md").matchAll(/^- `([^`]+)`: https/gm)].map((m) => m[1]));
    const named = listed.flatMap((entry) =>
      [
        ...Object.values(entry)
          .join(" ")
          .matchAll(/`((?:ibm|bv|stream|aws)-[a-z-]+)`/g),
      ].map((m) => m[1]),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !ids.has(name))).toEqual([]);
  });

  test("a mark is an id, or a list of ids", () => {
    for (const api of apis) {
      walk(object(readDocument(api)), (node) => {
        const mark = node["x-assumption"];
        if (mark !== undefined) expect(Array.isArray(mark) ? mark.length : 2).toBeGreaterThan(1);
      });
    }
  });
});
