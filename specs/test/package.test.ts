// What those see who install the package.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import blendvision30 from "@roomkey/specs/blendvision-chatroom.3.0.json" with { type: "json" };
import blendvision from "@roomkey/specs/blendvision-chatroom.json" with { type: "json" };
import ibm30 from "@roomkey/specs/ibm-video-chat.3.0.json" with { type: "json" };
import ibm from "@roomkey/specs/ibm-video-chat.json" with { type: "json" };
import { describe, expect, expectTypeOf, test } from "vitest";
import packageJson from "../package.json" with { type: "json" };
import { editions, folder, text, versions } from "./document.js";

const documents = {
  "ibm-video-chat": ibm,
  "ibm-video-chat.3.0": ibm30,
  "blendvision-chatroom": blendvision,
  "blendvision-chatroom.3.0": blendvision30,
};

describe.each(Object.entries(documents))("%s", (name, document) => {
  test("can be imported as JSON", () => {
    expect(document).toEqual(JSON.parse(text(`dist/${name}.json`)));
  });

  test("can be found as YAML", () => {
    // Resolved by Node itself, for which this package has a name of its own.
    const script = `console.log(import.meta.resolve("@roomkey/specs/${name}.yaml"))`;
    const found = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
      cwd: fileURLToPath(folder),
    });
    expect(found.toString().trim()).toBe(new URL(`dist/${name}.yaml`, folder).href);
  });

  test("has the version of the package", () => {
    expect(document.info.version).toBe(packageJson.version);
  });
});

test("no document is missing from the exports, and no export leads nowhere", () => {
  const names = [...versions, ...editions].map((name) => `./${name}.json`).sort();
  const exported = Object.entries(packageJson.exports).filter(([, at]) => typeof at !== "string");
  expect(exported.map(([name]) => name).sort()).toEqual(names);
  for (const [, targets] of exported) {
    for (const target of Object.values(targets)) {
      expect(existsSync(new URL(target, folder)), target).toBe(true);
    }
  }
});

test("a document has the type of what it holds", () => {
  expectTypeOf(ibm.openapi).toEqualTypeOf<"3.1.0">();
  expectTypeOf(ibm30.openapi).toEqualTypeOf<"3.0.3">();
  expectTypeOf<keyof typeof ibm.paths>().toEqualTypeOf<
    "/channels/{channelId}/chat.json" | "/channels/{channelId}/chat/groups.json" | "/oauth2/token"
  >();
  expectTypeOf<"ChatroomConfig">().toExtend<keyof typeof blendvision.components.schemas>();
  // What libraries ask for is wider, and takes it.
  expectTypeOf(blendvision).toExtend<{ openapi: string; servers: { url: string }[] }>();
});
