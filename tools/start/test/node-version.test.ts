import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { nodeVersionProblem } from "../bootstrap/node-version.mjs";

test.each(["20.19.0", "20.20.2", "22.0.0", "24.1.0", "100.0.0"])("Node %s will do", (version) => {
  expect(nodeVersionProblem(version)).toBeNull();
});

test.each(["20.18.3", "18.20.8", "19.99.0", "8.0.0"])("Node %s is too old", (version) => {
  expect(nodeVersionProblem(version)).toBe(
    `Roomkey needs Node 20.19 or newer; this is Node ${version}.`,
  );
});

test("the packages ask for the same version", () => {
  const { engines } = JSON.parse(
    readFileSync(new URL("../../../package.json", import.meta.url), "utf8"),
  );
  const oldest = /(\d+)\.(\d+)/.exec(engines.node);
  expect(nodeVersionProblem(`${oldest?.[1]}.${oldest?.[2]}.0`)).toBeNull();
  expect(nodeVersionProblem(`${oldest?.[1]}.${Number(oldest?.[2]) - 1}.9`)).not.toBeNull();
});
