import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startMockServers } from "../src/index.js";
import { getChat } from "./support/calls.js";

const ANY = { ibmVideoPort: 0, blendvisionPort: 0 };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "scenarios-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, text: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
}

const GOOD = `# The second call has to be paid for.
description: A channel whose plan ends
rules:
  - id: pay
    match:
      operationId: initializeChat
      nth: 2
    answer:
      status: 402
`;

describe("a scenario file", () => {
  it("is on from the start when it is named as the scenario", async () => {
    const scenario = await write("second-call.yaml", GOOD);
    await using mocks = await startMockServers({ ...ANY, scenario });
    expect(mocks.control.scenario()).toMatchObject({
      name: "second-call",
      description: "A channel whose plan ends",
    });
    expect([(await getChat(mocks)).status, (await getChat(mocks)).status]).toEqual([200, 402]);
    mocks.reset();
    expect([(await getChat(mocks)).status, (await getChat(mocks)).status]).toEqual([200, 402]);
  });

  it("can be switched to by the name it gives itself", async () => {
    const file = await write("other.yml", `name: mine\n${GOOD}`);
    await using mocks = await startMockServers({ ...ANY, scenarioFiles: [file] });
    expect(mocks.control.scenario().name).toBe("happy");
    mocks.control.useScenario("mine");
    await getChat(mocks);
    expect((await getChat(mocks)).status).toBe(402);
  });

  it.each([
    ["no YAML", "rules:\n  - id: [\n", /:3: |:2: /],
    ["no rules", "description: x\n", /:1: must have rules/],
    [
      "a word that is not known",
      `${GOOD}      statsu: 1\n`,
      /:10: rules\[0\]\.answer\.statsu: is not known here/,
    ],
    [
      "a wrong value",
      GOOD.replace("nth: 2", "nth: two"),
      /:7: rules\[0\]\.match\.nth: must be a whole number/,
    ],
    [
      "an unknown operation",
      GOOD.replace("initializeChat", "openChat"),
      /:6: rules\[0\]\.match\.operationId: no document holds openChat/,
    ],
    [
      "an undocumented status",
      GOOD.replace("402", "418"),
      /:8: rules\[0\]\.answer: initializeChat documents no status 418/,
    ],
    ["an id twice", `${GOOD}  - id: pay\n`, /:10: rules\[1\]\.id: there is a rule pay already/],
    ["several mistakes", GOOD.replace("nth: 2", "nth: 0").replace("402", "999"), /:7: .*\n.*:9: /],
    ["nothing", "", /:1: must be an object/],
  ])("with %s is refused, and the lines are named", async (_, text, message) => {
    const scenario = await write("bad.yaml", text);
    const starting = startMockServers({ ...ANY, scenario });
    await expect(starting).rejects.toThrow(message);
    await expect(starting).rejects.toMatchObject({ name: "ScenarioFileError" });
    await expect(starting).rejects.toThrow(scenario);
  });

  it("that is not there is named, and so is a scenario that nobody knows", async () => {
    const scenario = join(folder, "nope.yaml");
    await expect(startMockServers({ ...ANY, scenario })).rejects.toThrow("there is no such file");
    await expect(startMockServers({ ...ANY, scenario: "nope" })).rejects.toThrow(
      "there is no scenario nope, only happy",
    );
  });
});
