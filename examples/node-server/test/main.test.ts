import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { startMockServers } from "@roomkey/mock-servers";
import { importSession } from "roomkey";
import { expect, it } from "vitest";
import { expectNoServerSecret, SERVER_SECRETS } from "./support.js";

const folder = fileURLToPath(new URL("..", import.meta.url));

const complete = {
  ROOMKEY_BLENDVISION_API_TOKEN: SERVER_SECRETS.apiToken,
  ROOMKEY_BLENDVISION_ORGANIZATION_ID: SERVER_SECRETS.organizationId,
  ROOMKEY_BLENDVISION_CHATROOM_ID: "room-1",
  ROOMKEY_IBM_ACCESS_TOKEN: SERVER_SECRETS.accessToken,
  ROOMKEY_IBM_CHANNEL_ID: "1234",
  PORT: "0",
};

/** The command, with what it prints. */
function start(environment: Readonly<Record<string, string>>) {
  const { PATH } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", "src/main.ts"], {
    cwd: folder,
    env: { PATH, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const printed = { out: "", err: "" };
  child.stdout.on("data", (chunk) => {
    printed.out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    printed.err += chunk;
  });
  return { child, printed, closed: once(child, "close") };
}

it("names every variable that is missing, and what to put in it", async () => {
  const { ROOMKEY_IBM_CHANNEL_ID: _, PORT: __, ...rest } = complete;
  const { printed, closed } = start({ ...rest, ROOMKEY_BLENDVISION_CHATROOM_ID: " " });
  expect(await closed).toEqual([2, null]);
  const [first, ...lines] = printed.err.split("\n");
  expect(first).toBe("Missing: ROOMKEY_BLENDVISION_CHATROOM_ID, ROOMKEY_IBM_CHANNEL_ID.");
  for (const name of Object.keys(complete)) {
    expect(lines).toContainEqual(expect.stringMatching(new RegExp(`^ {2}${name} +\\w`)));
  }
  expectNoServerSecret(printed.err + printed.out);
});

it("refuses a port that is none", async () => {
  const { printed, closed } = start({ ...complete, PORT: "http" });
  expect(await closed).toEqual([2, null]);
  expect(printed.err).toMatch(/^PORT must be a number/);
});

it("issues sessions until it is told to stop", async () => {
  await using mocks = await startMockServers({ ibmVideoPort: 0, blendvisionPort: 0 });
  const { child, printed, closed } = start({
    ...complete,
    ROOMKEY_BLENDVISION_BASE_URL: mocks.blendvision,
    ROOMKEY_IBM_BASE_URL: mocks.ibmVideo,
  });
  const url = await address(child, printed);
  const headers = { "content-type": "application/json" };
  for (const provider of ["blendvision", "ibm-video"]) {
    const body = JSON.stringify({ name: "Ada" });
    const response = await fetch(`${url}${provider}`, { method: "POST", headers, body });
    expect(importSession(await response.json()).provider).toBe(provider);
  }
  mocks.force("initializeChat", { status: 401 });
  expect((await fetch(`${url}ibm-video`, { method: "POST" })).status).toBe(502);
  child.kill("SIGTERM");
  expect(await closed).toEqual([0, null]);
  expect(printed.err).toContain("unauthenticated");
  expectNoServerSecret(printed.err + printed.out);
});

/** The address that the command prints once it listens. */
async function address(child: ChildProcess, printed: { out: string; err: string }) {
  while (!printed.out.includes("/sessions/")) {
    const [stopped] = await Promise.race([
      once(child.stdout as NonNullable<typeof child.stdout>, "data").then(() => [false]),
      once(child, "close").then(() => [true]),
    ]);
    if (stopped) throw new Error(`it stopped: ${printed.err}`);
  }
  return /http:\S+/.exec(printed.out)?.[0] ?? "";
}
