import { describe, expect, test } from "vitest";
import { exampleDigests } from "../scripts/example-digests.mjs";
import { apis, readDocument } from "./document.js";
import lock from "./examples.lock.json" with { type: "json" };

describe.each(apis)("the examples of %s", (api) => {
  test("are those that were last agreed on (npm run lock-examples -w specs, if on purpose)", () => {
    expect(exampleDigests(readDocument(api))).toEqual(lock[api]);
  });
});
