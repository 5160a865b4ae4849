import { execFile } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const CLI = createRequire(import.meta.url).resolve("@playwright/test/cli");
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The Chromium of the distribution; Playwright's own would have to be downloaded. */
const chromium = (process.env.PATH ?? "")
  .split(delimiter)
  .flatMap((folder) => NAMES.map((name) => join(folder, name)))
  .find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

if (!chromium) console.warn(`Without a browser: none of ${NAMES.join(", ")} is installed`);

// What a user writes, after the README.
const CONFIG = `
import { defineConfig } from "@playwright/test";
export default defineConfig({
  globalSetup: "@roomkey/mock-servers/playwright",
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  use: { launchOptions: { executablePath: ${JSON.stringify(chromium)}, args: ["--no-sandbox"] } },
});
`;

const FIXTURES = `
import { test as base } from "@playwright/test";
import { mockServersFixtures, type RemoteMocks } from "@roomkey/mock-servers/playwright";
export const test = base.extend<{}, { mocks: RemoteMocks }>(mockServersFixtures);
export { expect } from "@playwright/test";
`;

/**
 * Both workers wait for each other with their own rule set and their own request sent, so that a
 * shared journal or shared rules would be seen.
 */
const spec = (name: string, status: number): string => `
import { existsSync, writeFileSync } from "node:fs";
import { expect, test } from "./fixtures";

test("${name} sees its own world only", async ({ mocks }, { parallelIndex }) => {
  await mocks.addRule({ id: "${name}", answer: { status: ${status} } });
  writeFileSync("${name}.there", mocks.ibmVideo);
  const bothAreThere = () => existsSync("one.there") && existsSync("two.there");
  // A busy machine starts the second worker long after the first.
  await expect.poll(bothAreThere, { timeout: 50_000 }).toBe(true);
  const response = await fetch(mocks.ibmVideo + "/channels/1/chat.json");
  expect(response.status).toBe(${status});
  expect((await mocks.rules()).map(({ id }) => id)).toEqual(["${name}"]);
  expect(await mocks.count()).toBe(1);
  expect(mocks.ibmVideo).toContain("/@playwright-" + parallelIndex);
});
`;

const BROWSER_SPEC = `
import { expect, test } from "./fixtures";

test("a page reads what the mocks answer", async ({ page, mocks }) => {
  await mocks.useScenario("payment-required");
  await page.goto(mocks.ibmVideo + "/channels/1/chat.json");
  const answer = await page.evaluate(async (url) => {
    const response = await fetch(url, { headers: { authorization: "Bearer any" } });
    return [response.status, response.headers.get("x-roomkey-rule")];
  }, mocks.ibmVideo + "/channels/1/chat.json");
  expect(answer).toEqual([402, "ibm-402"]);
  expect(await mocks.count({ status: 402, credential: "bearer" })).toBe(1);
});
`;

let project: string;
beforeAll(async () => {
  // Inside the package, where a project finds it and Playwright by their names.
  project = await mkdtemp(fileURLToPath(new URL("../.playwright-run-", import.meta.url)));
  const files = {
    "package.json": '{ "type": "module" }',
    "playwright.config.ts": CONFIG,
    "fixtures.ts": FIXTURES,
    "one.spec.ts": spec("one", 402),
    "two.spec.ts": spec("two", 404),
    "browser.spec.ts": BROWSER_SPEC,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(project, name), text);
});
afterAll(() => rm(project, { recursive: true, force: true }));

/** A run compiles the project, loads Prism and starts a browser. */
const LONG = 120_000;

interface Report {
  readonly stats: { readonly expected: number; readonly unexpected: number };
  readonly errors: readonly { readonly message: string }[];
  readonly suites: readonly unknown[];
}

/** What went wrong inside of the run, so that a failure out here can be understood. */
function failures({ errors, suites }: Report): string[] {
  const inside = JSON.stringify(suites).matchAll(/"message":"((?:[^"\\]|\\.)*)"/g);
  return [...errors.map(({ message }) => message), ...[...inside].map(([, text = ""]) => text)];
}

/** Runs the files whose paths hold one of these texts, the folders above them included. */
async function playwright(...files: string[]): Promise<Report> {
  const args = [CLI, "test", "--reporter=json", ...files];
  // Of this run's own variables most would tell the run in it that it is this one.
  const { PATH, HOME, TMPDIR } = process.env;
  const env = { PATH, HOME, TMPDIR };
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: project, env }).catch(
    (error: unknown) => error as { stdout: string },
  );
  return JSON.parse(stdout) as Report;
}

describe("the Playwright fixture, in Playwright's own runner", () => {
  it(
    "gives two workers at once a session each",
    async () => {
      const report = await playwright("one.spec", "two.spec");
      expect(failures(report)).toEqual([]);
      expect(report.stats).toMatchObject({ expected: 2, unexpected: 0 });
    },
    LONG,
  );

  it.skipIf(!chromium && !process.env.CI)(
    "answers a page in a real browser",
    async () => {
      const report = await playwright("browser.spec");
      expect(failures(report)).toEqual([]);
      expect(report.stats).toMatchObject({ expected: 1, unexpected: 0 });
    },
    LONG,
  );
});
