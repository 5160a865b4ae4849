import { join } from "node:path";
import { clientEnvironment } from "@roomkey/registry";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { checkLicences } from "../src/licences.js";
import { type Sbom, sbomOf } from "../src/sbom.js";

const env = clientEnvironment(inject("registry"));

describe.each(inject("names"))("the bill of materials of %s", (name) => {
  let sbom: Sbom;

  beforeAll(async () => {
    sbom = await sbomOf(join(inject("unpacked"), name), env);
  });

  it("is a CycloneDX document about the package", () => {
    expect(sbom.bomFormat).toBe("CycloneDX");
    expect(sbom.metadata.component.name).toBe(name);
  });

  it("lists what comes with it, each under a licence that may be used", () => {
    expect(checkLicences(sbom)).toEqual([]);
    const names = sbom.components.map((component) => component.name).sort();
    if (name === "@roomkey/mock-servers") expect(names).toContain("@stoplight/prism-http");
    else expect(names).toEqual(companions[name]);
  });
});

/** All that comes with each package but the mock servers. */
const companions: Readonly<Record<string, readonly string[]>> = {
  "@roomkey/http": ["openapi-fetch", "openapi-typescript-helpers"],
  "@roomkey/ibm-video": ["@roomkey/http", "openapi-fetch", "openapi-typescript-helpers"],
  "@roomkey/blendvision": ["@roomkey/http", "openapi-fetch", "openapi-typescript-helpers"],
  "@roomkey/specs": [],
  roomkey: [
    "@roomkey/blendvision",
    "@roomkey/http",
    "@roomkey/ibm-video",
    "openapi-fetch",
    "openapi-typescript-helpers",
  ],
};

describe("a bill of materials with a licence that may not be used", () => {
  const withLicence = (licenses?: Sbom["components"][number]["licenses"]): Sbom => ({
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    metadata: { component: part("ours", [{ license: { id: "MIT" } }]) },
    components: [part("theirs", licenses)],
  });

  it.each([
    ["GPL-3.0-only", [{ license: { id: "GPL-3.0-only" } }]],
    ["an expression", [{ expression: "MIT AND AGPL-3.0-only" }]],
    ["a text of its own", [{ license: { name: "SEE LICENSE IN FILE" } }]],
  ])("is refused: %s", (_, licenses) => {
    expect(checkLicences(withLicence(licenses))).toEqual([expect.stringContaining("theirs is")]);
  });

  it("is refused: none at all", () => {
    expect(checkLicences(withLicence())).toEqual(["theirs does not say what it is licensed under"]);
  });

  it("is taken where there is a choice", () => {
    expect(checkLicences(withLicence([{ expression: "MIT OR GPL-3.0-only" }]))).toEqual([]);
  });
});

function part(name: string, licenses?: Sbom["components"][number]["licenses"]) {
  return { name, version: "1.0.0", purl: `pkg:npm/${name}`, ...(licenses && { licenses }) };
}
