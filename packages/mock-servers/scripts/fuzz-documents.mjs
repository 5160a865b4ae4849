// Lets Schemathesis make requests from the documents and judge the answers by them.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pythonTool } from "./python-tool.mjs";
import { startMocks } from "./start-mocks.mjs";

const SCHEMATHESIS = { name: "schemathesis", version: "4.32.5" };
const CONFIG = fileURLToPath(new URL("schemathesis.toml", import.meta.url));
const require = createRequire(import.meta.url);

const DOCUMENTS = [
  ["ibmVideo", "@roomkey/specs/ibm-video-chat.json"],
  ["blendvision", "@roomkey/specs/blendvision-chatroom.json"],
];

// Stateful mode refuses what was not issued: a refresh token may be as documented and still unknown.
const MODES = [
  { flags: [], checks: [] },
  { flags: ["--stateful"], checks: ["--exclude-checks", "positive_data_acceptance"] },
];

/** @returns what it found, one sentence for each document and mode. */
export async function fuzzDocuments({ seed, examples, print }) {
  const program = await pythonTool(SCHEMATHESIS);
  const folder = await mkdtemp(join(tmpdir(), "schemathesis-"));
  const found = [];
  try {
    for (const { flags, checks } of MODES) {
      const mocks = await startMocks("--ibm-video-port", "0", "--blendvision-port", "0", ...flags);
      try {
        for (const [provider, document] of DOCUMENTS) {
          const what = [document, ...flags].join(" ");
          const args = ["--config-file", CONFIG, "run", require.resolve(document)];
          const options = ["--url", mocks[provider], "--seed", String(seed)];
          const more = [
            "--max-examples",
            String(examples),
            "--generation-database",
            "none",
            ...checks,
          ];
          const { code, text } = await output(program, [...args, ...options, ...more], folder);
          const cases = /(\d+) generated/.exec(text)?.[1] ?? 0;
          print(`${what}: ${cases} cases, ${lastLine(text)}`);
          if (code !== 0) found.push(`Schemathesis, ${what}, seed ${seed}\n${text}`);
        }
        if (mocks.gone()) found.push(mocks.gone());
      } finally {
        mocks.stop();
      }
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return found;
}

async function output(program, args, cwd) {
  const child = spawn(program, [...args, "--no-color"], { cwd });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk) => {
      text += chunk;
    });
  }
  const [code] = await once(child, "close");
  return { code, text };
}

function lastLine(text) {
  return text.trim().split("\n").at(-1)?.replaceAll("=", "").trim() ?? "";
}
