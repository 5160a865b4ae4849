import { type MockServers, startMockServers } from "@roomkey/mock-servers";
import { describe, expect, onTestFinished, test } from "vitest";
import { runMain } from "./support/start-main.js";
import { wireSecrets } from "./support/wire-secrets.js";

const credentials = {
  ROOMKEY_IBM_CHANNEL_ID: "1234",
  ROOMKEY_IBM_ACCESS_TOKEN: "fake-live-access",
  ROOMKEY_IBM_PARTICIPANT_IDS: "ada,grace",
  ROOMKEY_BLENDVISION_CHATROOM_TOKEN: "fake-live-chatroom",
  ROOMKEY_BLENDVISION_API_TOKEN: "fake-live-api",
  ROOMKEY_BLENDVISION_ORGANIZATION_ID: "organization-1",
};

/** Mock servers that stand in for the real services, and the environment that leads to them. */
async function services(): Promise<{ mocks: MockServers; env: Record<string, string> }> {
  const mocks = await startMockServers({ ibmVideoPort: 0, blendvisionPort: 0 });
  onTestFinished(() => mocks.stop());
  const env = {
    ...credentials,
    ROOMKEY_IBM_BASE_URL: mocks.ibmVideo,
    ROOMKEY_BLENDVISION_BASE_URL: mocks.blendvision,
  };
  return { mocks, env };
}

const called = (mocks: MockServers) => mocks.requests().map(({ operationId }) => operationId);

describe("npm start -- --live", () => {
  test("reads, and writes nothing, whatever credentials there are", async () => {
    const { mocks, env } = await services();
    const { code, stdout, stderr } = await runMain(["--live", "--json"], env);
    expect(stderr).toContain("Only reading.");
    expect(code).toBe(0);
    expect(called(mocks).sort()).toEqual(["getChatroom", "getChatroomConfig", "initializeChat"]);
    expect(mocks.requests().map(({ method }) => method)).toEqual(["GET", "GET", "GET"]);
    expect(JSON.parse(stdout)).toMatchObject({
      sessions: [{ provider: "ibm-video" }, { provider: "blendvision" }],
      groupChat: null,
      mockServers: null,
    });
  });

  test("--allow-writes walks the whole flow", async () => {
    const { mocks, env } = await services();
    const flags = ["--live", "--allow-writes", "--json"];
    const { code, stdout } = await runMain(flags, env);
    expect(code).toBe(0);
    const operations = called(mocks);
    expect(operations.slice(0, 5)).toEqual([
      "initializeChat",
      "initializeGroupChat",
      "createChatroom",
      "createChatroomToken",
      "createChatroomToken",
    ]);
    expect(operations.slice(5).sort()).toEqual([
      "getChatroom",
      "getChatroom",
      "getChatroomConfig",
      "getChatroomConfig",
    ]);
    expect(mocks.requests().flatMap(({ violations }) => violations)).toEqual([]);
    expect(JSON.parse(stdout)).toMatchObject({ groupChat: { type: "groupchat" } });
  });

  test("--allow-writes enters an existing room where one is named", async () => {
    const { mocks, env } = await services();
    const room = { ...env, ROOMKEY_BLENDVISION_CHATROOM_ID: "room-1" };
    const flags = ["--live", "--allow-writes", "--only", "blendvision"];
    expect((await runMain(flags, room)).code).toBe(0);
    const writes = mocks.requests().filter(({ method }) => method === "POST");
    expect(writes.map(({ path }) => path)).toEqual([
      "/bv/chatroom/v1/chatrooms/room-1/tokens",
      "/bv/chatroom/v1/chatrooms/room-1/tokens",
    ]);
    expect(writes.map(({ body }) => JSON.parse(body).role)).toEqual(["ROLE_ADMIN", "ROLE_VIEWER"]);
  });

  test("--only leaves the other platform alone", async () => {
    const { mocks, env } = await services();
    const flags = ["--live", "--only", "ibm-video"];
    const { code, stdout } = await runMain(flags, {
      ...env,
      ROOMKEY_BLENDVISION_CHATROOM_TOKEN: undefined,
    });
    expect(code).toBe(0);
    expect(stdout).toContain("1 session opened");
    expect(called(mocks)).toEqual(["initializeChat"]);
  });

  test("names every missing variable, and sends nothing", async () => {
    const { mocks, env } = await services();
    const { code, stdout, stderr } = await runMain(["--live"], {
      ...env,
      ROOMKEY_IBM_ACCESS_TOKEN: undefined,
      ROOMKEY_BLENDVISION_CHATROOM_TOKEN: "",
    });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(
      "Missing:\n  ROOMKEY_IBM_ACCESS_TOKEN\n  ROOMKEY_BLENDVISION_CHATROOM_TOKEN\n",
    );
    expect(mocks.requests()).toEqual([]);
  });

  test.each([
    ["401", "UnauthenticatedError", "initializeChat"],
    ["500", "ServiceUnavailableError", "getChatroom"],
  ])("a %s is told as the %s it is, with exit code 1", async (status, name, operation) => {
    const { mocks, env } = await services();
    mocks.force(operation, { status: Number(status), times: Number.POSITIVE_INFINITY });
    const { code, stdout, stderr } = await runMain(["--live"], env);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(`${name}: `);
    expect(stderr).toContain(operation);
    expect(stderr).not.toContain("    at ");
  });

  test("shows no secret, neither when it works nor when it fails", async () => {
    const { mocks, env } = await services();
    const secrets = [
      ...(await wireSecrets(mocks)),
      ...Object.values(credentials).filter((value) => value.startsWith("fake-live")),
    ];
    const flags = ["--live", "--allow-writes"];
    const good = await runMain(flags, env);
    mocks.force("initializeGroupChat", { status: 400, times: Number.POSITIVE_INFINITY });
    const bad = await runMain(flags, env);
    expect([good.code, bad.code]).toEqual([0, 1]);
    const text = [good.stdout, good.stderr, bad.stdout, bad.stderr].join("");
    for (const secret of secrets) expect(text).not.toContain(secret);
  });
});
