// The vendors' example bodies, byte for byte. The copies in fixtures/examples/ were taken from the
// pages that SOURCES.md names, but for the decoded form, whose truth is the raw form beside it.
import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  apis,
  bodiesOf,
  example,
  folder,
  type Json,
  operationsOf,
  readDocument,
  text,
} from "./document.js";

const vendorFiles = (path: string) =>
  readdirSync(new URL(path, folder)).filter((name) => name.includes(".vendor"));

describe.each(apis)("vendor examples of %s", (api) => {
  const document = readDocument(api);
  const fixtures = `test/fixtures/examples/${api}`;
  const documented = vendorFiles(fixtures);

  test("are all here", () => {
    expect(vendorFiles(`${api}/examples`)).toEqual(documented);
    expect(documented.length).toBe({ "ibm-video-chat": 5, "blendvision-chatroom": 6 }[api]);
  });

  test.each(documented)("%s is unchanged", (name) => {
    expect(text(`${api}/examples/${name}`)).toBe(text(`${fixtures}/${name}`));
  });

  test("stand in the bundle under a name that says so", () => {
    const bodies = documented
      .filter((name) => name.endsWith(".json"))
      .map((name) => JSON.stringify(JSON.parse(text(`${fixtures}/${name}`))));
    const named = operationsOf(document)
      .flatMap((entry) => bodiesOf(document, entry))
      .flatMap((body) => body.examples)
      .filter(({ name }) => name.startsWith("vendor"))
      .map(({ value }) => JSON.stringify(value));
    expect([...new Set(named)].sort()).toEqual(bodies.sort());
  });
});

test("the vendor's form, decoded, is the vendor example of the group chat request", () => {
  const raw = text(
    "test/fixtures/examples/ibm-video-chat/initialize-group-chat.request.vendor.form",
  );
  const form = new URLSearchParams(raw.trim());
  const decoded: Json = {
    "participant_ids[]": form.getAll("participant_ids[]"),
    chat_token: form.get("chat_token"),
    name: form.get("name"),
  };
  const document = readDocument("ibm-video-chat");
  expect(example(document, "initializeGroupChat", "request", "vendor")).toEqual(decoded);
});
