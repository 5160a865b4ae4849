import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";

/** What a bundler takes into a browser page that holds this code: the names of the modules. */
async function modulesOf(code: string): Promise<string[]> {
  const { metafile } = await build({
    stdin: { contents: code, resolveDir: fileURLToPath(new URL("..", import.meta.url)) },
    absWorkingDir: fileURLToPath(new URL("../../..", import.meta.url)),
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    write: false,
    metafile: true,
  });
  const [output] = Object.values(metafile.outputs);
  return Object.entries(output?.inputs ?? {})
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([name]) => name.replace(/^.*(node_modules|packages)\//, ""));
}

const ibmOnly = `
  import { openChat } from "roomkey";
  import { ibmVideo } from "roomkey/ibm-video";
  globalThis.page = [openChat, ibmVideo];`;
const both = `${ibmOnly}
  import { blendvision } from "roomkey/blendvision";
  globalThis.page.push(blendvision);`;

describe("a browser bundle", () => {
  it("of one provider holds nothing of the other, and no server code", async () => {
    const modules = await modulesOf(ibmOnly);
    expect(modules).toContain("roomkey/dist/ibm-video/provider.js");
    expect(modules.filter((name) => /blendvision|server|access-token-sources/.test(name))).toEqual(
      [],
    );
  });

  it("of both providers holds no server code", async () => {
    const modules = await modulesOf(both);
    expect(modules).toContain("roomkey/dist/blendvision/provider.js");
    expect(modules.filter((name) => /server|access-token-sources/.test(name))).toEqual([]);
  });

  it("holds keepAlive and the handing over only when they are asked for", async () => {
    const modules = await modulesOf(both);
    expect(modules.filter((name) => /keep-alive|export|import|testkit/.test(name))).toEqual([]);
  });
});
