import { fileURLToPath } from "node:url";
import { findChromium, startChromium } from "@roomkey/chromium";
import { type MockServers, startMockServers } from "@roomkey/mock-servers";
import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type WatchedPage, watchPage } from "../../../examples/browser/test/watched-page.js";
import { buildSite } from "../src/build-site.js";
import { type DocumentName, documentNames, readDocument } from "../src/documents.js";
import { serveSite } from "../src/serve-site.js";

const chromium = findChromium();
const inCi = ![undefined, "", "0", "false"].includes(process.env.CI);
const results = fileURLToPath(new URL("../test-results", import.meta.url));

if (chromium === null) {
  console.warn("No Chromium on this machine: the pages are not tested. The package is `chromium`.");
}

it.skipIf(chromium === null && !inCi)("Chromium is installed", () => {
  expect(chromium, "in CI, where none of this is skipped").not.toBeNull();
});

interface Operation {
  readonly operationId: string;
  readonly summary: string;
}

const operationsOf = (name: DocumentName): Operation[] =>
  Object.values(readDocument(name).paths).flatMap((path) =>
    Object.values(path as Record<string, Operation>).filter(({ operationId }) => operationId),
  );

describe.skipIf(chromium === null)("the reference pages in Chromium", () => {
  let mocks: MockServers;
  let site: Awaited<ReturnType<typeof serveSite>>;
  let browser: Awaited<ReturnType<typeof startChromium>>;
  let at: WatchedPage;

  beforeAll(async () => {
    mocks = await startMockServers({ ibmVideoPort: 0, blendvisionPort: 0 });
    buildSite(`${results}/site`, {
      "ibm-video-chat": mocks.ibmVideo,
      "blendvision-chatroom": mocks.blendvision,
    });
    site = await serveSite(`${results}/site`, 0);
    browser = await startChromium(chromium ?? "");
  });
  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await site?.[Symbol.asyncDispose]();
    await mocks?.stop();
  });

  beforeEach(() => mocks.reset());
  afterEach(async () => {
    const local = /^(data:|(blob:)?http:\/\/127\.0\.0\.1:)/;
    expect(at.requests.filter((url) => !local.test(url))).toEqual([]);
    // Had the pages' policy kept a request back, Chromium would say so here.
    expect(at.errors).toEqual([]);
    await at.page.close();
  });

  const open = async (path: string, width = 1280) => {
    at = await watchPage(browser.context, "about:blank");
    await at.page.setViewportSize({ width, height: 900 });
    await at.page.goto(site.url + path);
    return at.page;
  };
  const screenshot = (name: string) => at.page.screenshot({ path: `${results}/${name}.png` });
  const expectNoSideScrolling = async (page: Page) =>
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);

  describe.for([1280, 400])("%i pixels wide", (width) => {
    it("the first page leads to all others", async () => {
      const page = await open("", width);
      const links = await page
        .locator("a.action")
        .evaluateAll((all) => all.map((a) => a.getAttribute("href")));
      expect(links).toEqual(
        documentNames.flatMap((name) => [`${name}.read.html`, `${name}.try.html`]),
      );
      await expectNoSideScrolling(page);
      await screenshot(`start-${width}`);
    });

    it.for(documentNames)("%s can be read: every operation is there", async (name) => {
      const page = await open(`${name}.read.html`, width);
      for (const { operationId, summary } of operationsOf(name)) {
        const section = page.locator(`[id$="operation/${operationId}"]`);
        await section.getByRole("heading", { name: summary }).waitFor();
      }
      await expectNoSideScrolling(page);
      await screenshot(`${name}-read-${width}`);
    });

    it.for(documentNames)("%s can be tried: the bar leads on", async (name) => {
      const page = await open(`${name}.try.html`, width);
      for (const { operationId } of operationsOf(name)) await row(page, operationId).waitFor();
      await expectNoSideScrolling(page);
      await screenshot(`${name}-try-${width}`);
      await page.locator(".bar").getByRole("link", { name: "Read" }).click();
      await page.waitForURL(`**/${name}.read.html`);
    });
  });

  const row = (page: Page, operationId: string) => page.locator(`[id$="-${operationId}"]`);

  const authorize = async (page: Page) => {
    await page.locator(".auth-wrapper > .btn.authorize").click();
    const dialog = page.locator(".modal-ux");
    for (const field of await dialog.locator("input").all()) await field.fill("fake-secret");
    // Each becomes a "Logout" when it is clicked, and the next one the first.
    const authorizers = dialog.locator("button.authorize[type=submit]");
    while ((await authorizers.count()) > 0) await authorizers.first().click();
    await dialog.locator("button.btn-done").first().click();
  };

  const unfold = async (page: Page, operationId: string) => {
    const operation = row(page, operationId);
    await operation.locator(".opblock-summary-control").click();
    await operation.locator("button.execute").waitFor();
    for (const input of await operation.locator("tr[data-param-in=path] input").all()) {
      await input.fill("1234");
    }
    return operation;
  };

  /** Sends what is filled in, and gives the status that the page shows. */
  const execute = async (operation: Locator) => {
    await operation.locator("button.execute").click();
    const status = operation.locator(".live-responses-table .response-col_status").last();
    return (await status.innerText()).trim();
  };

  /** What the mock servers got, beside the questions of the browser. */
  const received = () => mocks.requests().filter(({ method }) => method !== "OPTIONS");

  it("a group chat goes over the wire byte for byte, whatever the ids are", async () => {
    const page = await open("ibm-video-chat.try.html");
    await authorize(page);
    const groupChat = await unfold(page, "initializeGroupChat");
    const field = (name: string) =>
      groupChat.locator(`[data-property-name="${name}"] input[type=text]`);
    const ids = field("participant_ids[]");
    await ids.nth(0).fill("ada b");
    await ids.nth(1).fill("c&d=e+f%");
    await groupChat.getByRole("button", { name: "Add string item" }).click();
    await ids.nth(2).fill("grün");
    await field("chat_token").fill("fake-chat-token");
    await field("name").fill("Tea & 🫖");
    expect(await execute(groupChat)).toBe("200");

    const [sent, ...others] = received();
    expect(others).toEqual([]);
    expect(sent?.path).toBe("/channels/1234/chat/groups.json");
    expect(sent?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
    expect(sent?.body).toBe(
      [
        "participant_ids%5B%5D=ada%20b",
        "participant_ids%5B%5D=c%26d%3De%2Bf%25",
        "participant_ids%5B%5D=gr%C3%BCn",
        "chat_token=fake-chat-token",
        "name=Tea%20%26%20%F0%9F%AB%96",
      ].join("&"),
    );
  });

  it.for(documentNames)("%s: every operation, tried in the page, answers 200", async (name) => {
    const page = await open(`${name}.try.html`);
    await authorize(page);
    for (const { operationId } of operationsOf(name)) {
      mocks.reset();
      const operation = await unfold(page, operationId);
      expect(await execute(operation), operationId).toBe("200");
      const [sent, ...others] = received();
      expect(sent).toMatchObject({ operationId, status: 200, violations: [] });
      expect(others).toEqual([]);
      await operation.locator(".live-responses-table").first().scrollIntoViewIfNeeded();
      await screenshot(`tried-${operationId}`);
      // What is unfolded is drawn again at each click.
      await operation.locator(".opblock-summary-control").click();
    }
  });
});
