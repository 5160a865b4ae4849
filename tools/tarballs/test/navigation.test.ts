import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Editor, startEditor } from "./editor.js";

const project = inject("project");
const file = join(project, "navigation.ts");

/** Code of a user; ⌖ stands before a name, and behind the line is where the editor has to go. */
const lines = [
  ['import { ⌖openChat } from "roomkey";', "roomkey/src/open-chat.ts"],
  ['import { ⌖ibmVideo } from "roomkey/ibm-video";', "roomkey/src/ibm-video/provider.ts"],
  ['import { ⌖blendvision } from "roomkey/blendvision";', "roomkey/src/blendvision/provider.ts"],
  [
    'import { ⌖blendvisionServer } from "roomkey/blendvision/server";',
    "roomkey/src/blendvision/blendvision-server.ts",
  ],
  [
    'import { ⌖createIbmVideoClient } from "@roomkey/ibm-video";',
    "@roomkey/ibm-video/src/client.ts",
  ],
  [
    'import { ⌖blendvisionRefreshToken } from "@roomkey/blendvision";',
    "@roomkey/blendvision/src/chatroom-token-source.ts",
  ],
  ['import { ⌖retry } from "@roomkey/http";', "@roomkey/http/src/policies/retry.ts"],
  ['import type { ⌖RateLimitedError } from "roomkey";', "@roomkey/http/src/errors/api-errors.ts"],
  ['const session = await openChat(ibmVideo({ channelId: "1", accessToken: "a" }));', null],
  ["session.⌖connection;", "roomkey/src/session.ts"],
  ["session.⌖createGroupChat;", "roomkey/src/ibm-video/session.ts"],
  ['const client = createIbmVideoClient({ accessToken: "a" });', null],
  ["client.⌖initializeChat;", "@roomkey/ibm-video/src/generated/openapi.generated.ts"],
] as const;

const named = lines.flatMap(([text, target], index) => {
  if (target === null) return [];
  const name = text.slice(text.indexOf("⌖") + 1).match(/^\w+/)?.[0] ?? "";
  return [{ name, target, line: index, character: text.indexOf("⌖") }];
});

beforeAll(async () => {
  const compilerOptions = { module: "nodenext", target: "es2023", lib: ["es2023", "dom"] };
  await writeFile(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions }));
  await writeFile(file, lines.map(([text]) => text.replace("⌖", "")).join("\n"));
});

describe('"go to definition", asked of tsserver,', () => {
  let editor: Editor;

  beforeAll(() => {
    editor = startEditor(file);
  });

  afterAll(() => editor.stop());

  it.each(named)("leads from $name to $target", async ({ name, target, ...place }) => {
    const [definition] = await editor.definitions({ file, ...place });
    expect(definition?.file).toBe(join(project, "node_modules", target));
    const source = await readFile(definition?.file ?? "", "utf8");
    expect(source.split("\n")[definition?.line ?? 0]).toContain(name);
  });
});
