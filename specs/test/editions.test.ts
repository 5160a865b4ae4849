import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { apis, at, editions, folder, type JsonObject, object, text } from "./document.js";

const read = (name: string) => object(JSON.parse(text(`dist/${name}.json`)));
const MARKS = ["x-assumption", "x-provenance"];

/** A copy of a document without the members of these names. */
const without = (document: JsonObject, names: readonly string[]) =>
  JSON.parse(JSON.stringify(document, (name, value) => (names.includes(name) ? undefined : value)));

describe("the mock edition", () => {
  const added: Record<string, readonly [response: string, example: string]> = {
    "ibm-video-chat": ["ChatInitialized", "unusual-name"],
    "blendvision-chatroom": ["ChatroomRead", "unusual-texts"],
  };

  test.each(apis)("of %s is the document with one more example, and without marks", (api) => {
    const [response, example] = added[api] ?? [];
    const edition = read(`${api}.mock`);
    const examples = (document: JsonObject) =>
      object(
        at(
          document,
          "components",
          "responses",
          `${response}`,
          "content",
          "application/json",
          "examples",
        ),
      );
    expect(Object.keys(examples(edition))).toEqual([...Object.keys(examples(read(api))), example]);

    delete examples(edition)[`${example}`];
    expect(edition).toEqual(without(read(api), MARKS));
  });
});

test("the edition for progenitor is the 3.0 document without encodings, and without marks", () => {
  expect(read("ibm-video-chat.progenitor")).toEqual(
    without(read("ibm-video-chat.3.0"), [...MARKS, "encoding"]),
  );
});

test("an overlay that finds nothing to change fails", async () => {
  const copy = mkdtempSync(join(tmpdir(), "roomkey-overlays-"));
  onTestFinished(() => rmSync(copy, { recursive: true }));
  cpSync(fileURLToPath(new URL("scripts", folder)), join(copy, "scripts"), { recursive: true });
  cpSync(fileURLToPath(new URL("overlays", folder)), join(copy, "overlays"), { recursive: true });
  symlinkSync(fileURLToPath(new URL("../node_modules", folder)), join(copy, "node_modules"));
  const target = "$.paths['/gone']";
  writeFileSync(
    join(copy, "overlays/rooms.test.yaml"),
    `overlay: 1.0.0\nextends: ../dist/rooms.json\nactions: [{ target: "${target}", remove: true }]\n`,
  );

  const script = pathToFileURL(join(copy, "scripts/editions.mjs")).href;
  const { edition, editions: names } = await import(script);
  expect(names).toEqual([...editions, "rooms.test"].sort());
  await expect(edition("rooms.test", { rooms: { paths: {} } })).rejects.toThrow(
    `overlays/rooms.test.yaml changes nothing at\n  ${target}`,
  );
  await expect(edition("rooms.test", {})).rejects.toThrow("there is no ../dist/rooms.json");
});
