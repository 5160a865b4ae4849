import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { startMockServers } from "@roomkey/mock-servers";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { type Ended, startNode } from "./support/run-node.js";
import { runMain, startMain, tool } from "./support/start-main.js";
import { wireSecrets } from "./support/wire-secrets.js";

/** A port that somebody listens on. */
async function takenPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(async () => {
    server.close();
    await once(server, "close");
  });
  return (server.address() as AddressInfo).port;
}

describe("npm start -- --once", () => {
  let plain: Ended;
  let json: Ended;
  beforeAll(async () => {
    [plain, json] = await Promise.all([runMain(["--once"]), runMain(["--once", "--json"])]);
  });

  test("--json opens three sessions on two platforms and a group chat", () => {
    expect(json.code).toBe(0);
    const outcome = JSON.parse(json.stdout);
    const local = expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(outcome).toEqual({
      sessions: [
        expect.objectContaining({ provider: "ibm-video" }),
        expect.objectContaining({ provider: "blendvision" }),
        expect.objectContaining({ provider: "blendvision" }),
      ],
      groupChat: { id: expect.any(String), type: "groupchat", team: expect.any(String) },
      mockServers: { ibmVideo: local, blendvision: local },
      durationMs: expect.any(Number),
    });
    for (const session of outcome.sessions) {
      expect(Object.keys(session)).toEqual(["provider", "room", "user", "connection", "expiresAt"]);
      expect(session.room.id).toEqual(expect.any(String));
      expect(session.user.id).toEqual(expect.any(String));
    }
    const [ibmVideo, ...blendvision] = outcome.sessions;
    expect(ibmVideo.connection.protocol).toBe("stream");
    expect(blendvision[0].user).toMatchObject({ role: "admin", name: "Grace" });
    expect(blendvision[1].user).toMatchObject({ role: "viewer", name: "Ada" });
    for (const { connection, expiresAt } of blendvision) {
      expect(connection.protocol).toBe("mqtt");
      expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now());
    }
  });

  test("shows each step with its time, on stderr", () => {
    for (const { stderr } of [plain, json]) {
      expect(stderr.replaceAll(/\(\d+ ms\)/g, "(N ms)")).toBe(
        [
          "ok     Start both mock servers (N ms)",
          "ok     IBM Video: initialize the chat of channel 1234 (N ms)",
          "ok     IBM Video: create a group chat with 2 participants (N ms)",
          "ok     BlendVision: create a room (N ms)",
          "ok     BlendVision: issue an admin token (N ms)",
          "ok     BlendVision: issue a viewer token (N ms)",
          "ok     BlendVision: open the admin session (N ms)",
          "ok     BlendVision: open the viewer session (N ms)",
          "",
        ].join("\n"),
      );
    }
  });

  test("prints a summary for a reader", () => {
    expect(plain.code).toBe(0);
    expect(plain.stdout).toMatch(/^IBM Video Streaming$/m);
    expect(plain.stdout.match(/^BlendVision One$/gm)).toHaveLength(2);
    expect(plain.stdout).toMatch(/^ {2}where {4}groupchat:/m);
    expect(plain.stdout).toMatch(/^3 sessions opened in \d+ ms; secrets are masked\.$/m);
  });

  test("shows no secret", async () => {
    await using mocks = await startMockServers({ ibmVideoPort: 0, blendvisionPort: 0 });
    const secrets = await wireSecrets(mocks);
    expect(secrets.length).toBeGreaterThanOrEqual(9);
    const text = [plain.stdout, plain.stderr, json.stdout, json.stderr].join("");
    for (const secret of [...secrets, "fake-access-token", "fake-api-token"]) {
      expect(text).not.toContain(secret);
    }
    expect(text).not.toContain("eyJ");
  });

  test("says which port is taken, with exit code 1", async () => {
    const port = await takenPort();
    const { code, stdout, stderr } = await runMain(["--once", `--ibm-video-port=${port}`]);
    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain(`Port ${port}`);
    expect(stderr).toContain("--ibm-video-port");
    expect(stderr).not.toContain("    at ");
  });
});

describe("npm start without --once", () => {
  const flags = ["--ibm-video-port=0", "--blendvision-port=0"];

  test.each(["SIGINT", "SIGTERM"] as const)("keeps the servers up until %s", async (signal) => {
    await using running = startMain(["--json", ...flags]);
    const hints = await running.wrote("Ctrl-C stops them.");
    const [url = ""] = /http:\/\/127\.0\.0\.1:\d+\/channels\/1234\/chat\.json/.exec(hints) ?? [];
    expect((await fetch(url, { headers: { authorization: "Bearer any" } })).status).toBe(200);
    running.child.kill(signal);
    running.child.kill(signal); // npm passes the Ctrl-C of a terminal on, which makes two
    const { code, stderr } = await running.ended;
    expect(code).toBe(0);
    expect(stderr).toMatch(/\nStopped\.\n$/);
  });

  test("stops the servers when the process that started it is gone", async () => {
    const script = `
      const { spawn } = require("node:child_process");
      const args = ["--import", "tsx", "src/main.ts", "--json", ...${JSON.stringify(flags)}];
      spawn(process.execPath, args, { stdio: "inherit" });
    `;
    await using parent = startNode(["-e", script], { cwd: tool });
    await parent.wrote("Ctrl-C stops them.");
    parent.child.kill("SIGKILL");
    // It shares the streams of its parent: they end when it has.
    expect((await parent.ended).stderr).toMatch(/\nStopped\.\n$/);
  });

  test("says how to try the servers, without disturbing the JSON", async () => {
    await using running = startMain(["--json", ...flags]);
    await running.wrote("Ctrl-C stops them.");
    running.child.kill("SIGINT");
    const { stdout, stderr } = await running.ended;
    expect(stderr).toContain(`  curl -H 'Authorization: Bearer`);
    expect(Object.keys(JSON.parse(stdout))).toHaveLength(4);
  });
});

describe("the command line", () => {
  test("--help lists the flags", async () => {
    const { code, stdout, stderr } = await runMain(["--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const flag of ["--once", "--json", "--live", "--allow-writes", "--only"]) {
      expect(stdout).toContain(`  ${flag} `);
    }
  });

  test("an unknown flag is refused with exit code 2", async () => {
    const { code, stdout, stderr } = await runMain(["--onec"]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("Unknown option '--onec'");
  });
});
