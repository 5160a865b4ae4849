import { parse as parseQuery } from "node:querystring";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ConfigurationError } from "../src/index.js";
import { fakeFetch, json, ROOM, type Sent, testClient } from "./support.js";

/** Strings of every kind that has ever broken an encoder, lone surrogates included. */
const strings = fc.oneof(
  { arbitrary: fc.string({ unit: "binary" }), weight: 5 },
  { arbitrary: fc.string({ unit: "grapheme" }), weight: 5 },
  {
    weight: 9,
    arbitrary: fc
      .array(
        fc.constantFrom(
          ...[
            "%",
            "+",
            "&",
            "=",
            "[]",
            "[",
            "]",
            "\0",
            "😀",
            "\ud800",
            "\udfff",
            "/",
            "\\",
            "?",
            "#",
          ],
          ...[
            ".",
            "..",
            "%2F",
            "%00",
            " ",
            "\r\n",
            '"',
            "'",
            "<",
            ";",
            ",",
            "ä",
            "a",
            "\u2028",
            "~",
          ],
        ),
        { maxLength: 12 },
      )
      .map((parts) => parts.join("")),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("a", "%", "😀", "&=", "ä", " ", "\ud800")
      .map((unit) => unit.repeat(Math.ceil(100_000 / unit.length))),
  },
);
/** Members that the document does not know, also those with a name that objects have by birth. */
const names = fc.oneof(strings, fc.constantFrom("__proto__", "constructor", "toString", "length"));
const wellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);

type Client = ReturnType<typeof testClient>;
type Outcome = Partial<Sent> & { readonly refused: string | null };

/** What is sent for a call, or the name of the argument that it was refused for. */
async function send(call: (client: Client) => Promise<unknown>): Promise<Outcome> {
  const { fetch, sent } = fakeFetch(json(ROOM));
  try {
    await call(testClient({ fetch }));
    return { ...sent[0], refused: null };
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    expect(sent).toEqual([]);
    return { refused: error.argument };
  }
}

/** How servers read a form body or a query: two parsers, which must agree. */
function readPairs(text: string): [string, string][] {
  const pairs = [...new URLSearchParams(text)];
  const parsed = parseQuery(text, "&", "=", { maxKeys: 0 });
  for (const [name, value] of pairs) expect([parsed[name]].flat()).toContain(value);
  expect(Object.values(parsed).flat()).toHaveLength(pairs.length);
  return pairs;
}

const readBody = ({ body }: { readonly body?: unknown }) => readPairs(String(body));
const property = <Values extends [unknown, ...unknown[]]>(
  arbitraries: { [At in keyof Values]: fc.Arbitrary<Values[At]> },
  check: (...values: Values) => Promise<void>,
) =>
  fc.assert(fc.asyncProperty(...(arbitraries as [fc.Arbitrary<unknown>]), check as never), {
    numRuns: 300,
  });

describe("any string", { timeout: 60_000 }, () => {
  it("as a path parameter comes back from the path, or is refused", async () => {
    await property<[string]>([strings], async (roomId) => {
      const { url, refused } = await send((client) => client.readRoom({ path: { roomId } }));
      const usable =
        !["", ".", ".."].includes(roomId) && wellFormed(roomId) && !/[/\\]/.test(roomId);
      expect(refused).toBe(usable ? null : "roomId");
      if (url === undefined) return;
      // As a server sees it: after the URL was parsed once more on the way.
      const segments = new URL(url).pathname.split("/");
      expect(segments).toHaveLength(3);
      expect(decodeURIComponent(segments[2] ?? "")).toBe(roomId);
      expect(new URL(url)).toMatchObject({ search: "", hash: "", host: "api.example.com" });
    });
  });

  it("as a query member or an item of one comes back, or is refused", async () => {
    await property<[string, string]>([strings, strings], async (kind, other) => {
      const query = { kinds: [kind, other] };
      const { url, refused } = await send((client) => client.listRooms({ query }));
      expect(refused).toBe(wellFormed(kind) && wellFormed(other) ? null : "kinds");
      if (url === undefined) return;
      expect(readPairs(new URL(url).search.slice(1))).toEqual([
        ["kinds", kind],
        ["kinds", other],
      ]);
    });
  });

  it("as a form member or an item of a form array comes back, or is refused", async () => {
    await property<[string, string]>([strings, strings], async (id, name) => {
      const body = { "participant_ids[]": [id, "b"], name };
      const { refused, ...sent } = await send((client) =>
        client.startGroup({ path: { roomId: "1" }, body }),
      );
      if (!wellFormed(id) || id === "") expect(refused).toBe("participant_ids[]");
      else if (!wellFormed(name)) expect(refused).toBe("name");
      else {
        expect(readBody(sent)).toEqual([
          ["participant_ids[]", id],
          ["participant_ids[]", "b"],
          ["name", name],
        ]);
      }
    });
  });

  it("as the name of an unknown member comes back, or is refused", async () => {
    await property<[string, string]>([names, strings], async (name, value) => {
      if (name === "name" || name === "participant_ids[]") return;
      const body = Object.defineProperty({ "participant_ids[]": ["a"] }, name, {
        value,
        enumerable: true,
      });
      const { refused, ...sent } = await send((client) =>
        client.startGroup({ path: { roomId: "1" }, body }),
      );
      expect(refused).toBe(wellFormed(name) && wellFormed(value) ? null : name);
      if (refused !== null) return;
      expect(readBody(sent)).toEqual([
        ["participant_ids[]", "a"],
        [name, value],
      ]);
    });
  });

  it("as a JSON member or the name of one comes back, lone surrogates too", async () => {
    await property<[string, string]>([names, strings], async (name, value) => {
      const body = Object.defineProperty({ name: "n" }, name, { value, enumerable: true });
      const { refused, ...sent } = await send((client) =>
        client.renameRoom({ path: { roomId: "1" }, body }),
      );
      // The document wants a name that is not empty.
      expect(refused).toBe(name === "name" && value === "" ? "name" : null);
      if (refused !== null) return;
      // As it passes through UTF-8.
      const bytes = new TextEncoder().encode(String(sent.body));
      expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual(body);
    });
  });
});
