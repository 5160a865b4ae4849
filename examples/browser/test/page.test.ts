import { fileURLToPath } from "node:url";
import { findChromium, startChromium } from "@roomkey/chromium";
import { type MockServers, startMockServers } from "@roomkey/mock-servers";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { servePage } from "./serve-page.js";
import { type WatchedPage, watchPage } from "./watched-page.js";

const chromium = findChromium();
const inCi = ![undefined, "", "0", "false"].includes(process.env.CI);

if (chromium === null) {
  console.warn("No Chromium on this machine: the page is not tested. The package is `chromium`.");
}

it.skipIf(chromium === null && !inCi)("Chromium is installed", () => {
  expect(chromium, "in CI, where none of this is skipped").not.toBeNull();
});

describe.skipIf(chromium === null)("the page in Chromium", () => {
  let mocks: MockServers;
  let site: Awaited<ReturnType<typeof servePage>>;
  let browser: Awaited<ReturnType<typeof startChromium>>;
  let at: WatchedPage;
  let expectedErrors: string[];

  beforeAll(async () => {
    mocks = await startMockServers({ ibmVideoPort: 0, blendvisionPort: 0 });
    site = await servePage();
    browser = await startChromium(chromium ?? "");
  });
  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await site?.[Symbol.asyncDispose]();
    await mocks?.stop();
  });

  beforeEach(async () => {
    mocks.reset();
    expectedErrors = [];
    at = await watchPage(browser.context, `${site.url}?${new URLSearchParams(fromAddress())}`);
  });
  afterEach(async () => {
    // Neither what was typed, nor a token that the platforms gave.
    const shown = await at.page.content();
    for (const secret of ["fake-access-token", "fake-chatroom-token", /eyJ\w+\.\w+/]) {
      expect(shown).not.toMatch(secret);
    }
    expect(at.requests.map((url) => new URL(url).hostname)).toEqual(
      at.requests.map(() => "127.0.0.1"),
    );
    expect(at.errors).toEqual(expectedErrors);
    await at.page.close();
  });

  /** What the address of the page fills in. */
  const fromAddress = () => ({
    ibmChannelId: "1234",
    ibmBaseUrl: mocks.ibmVideo,
    blendvisionBaseUrl: mocks.blendvision,
    accessToken: "fake-access-token-from-the-address",
  });

  const card = (id: "ibm-video" | "blendvision") => at.page.locator(`#${id}`);
  const openIbmVideo = async () => {
    await card("ibm-video").getByLabel("Access token").fill("fake-access-token");
    await card("ibm-video").getByRole("button", { name: "Open session" }).click();
  };
  const openBlendvision = async () => {
    await card("blendvision").getByLabel("Chatroom token").fill("fake-chatroom-token");
    await card("blendvision").getByRole("button", { name: "Open session" }).click();
  };

  /** Names and values of one part of a session that is shown. */
  const part = async (id: "ibm-video" | "blendvision", title: string) => {
    const found = card(id).locator(".part", { has: at.page.getByRole("heading", { name: title }) });
    await found.waitFor();
    const names = await found.locator("dt").allInnerTexts();
    const values = await found.locator("dd").allInnerTexts();
    return Object.fromEntries(names.map((name, index) => [name, values[index]]));
  };
  const connection = async (id: "ibm-video" | "blendvision") =>
    JSON.parse(await card(id).locator("pre").innerText()) as unknown;

  const screenshot = (name: string) =>
    at.page.screenshot({
      path: fileURLToPath(new URL(`../test-results/${name}.png`, import.meta.url)),
      fullPage: true,
    });

  it("opens a session on each platform, and shows room, user, connection and expiry", async () => {
    await openIbmVideo();
    expect(await part("ibm-video", "Room")).toMatchObject({
      Id: "channel_12345678",
      Kind: "chatroom",
      Status: "not said",
    });
    expect(await part("ibm-video", "You")).toMatchObject({ Name: "Ada Example", Verified: "yes" });
    expect(await part("ibm-video", "Until")).toEqual({ Expires: "not said" });
    expect(await connection("ibm-video")).toMatchObject({
      protocol: "stream",
      apiKey: "examplekey01",
      chatToken: "[masked]",
    });

    await openBlendvision();
    expect(await part("blendvision", "Room")).toMatchObject({
      Id: "00000000-0000-4000-8000-0000000c4a70",
      Status: "active",
      Writing: "allowed",
      Created: "Jan 1, 2026, 12:00 AM",
      Watching: "42",
    });
    expect(await part("blendvision", "You")).toMatchObject({ Name: "Ada", Role: "viewer" });
    expect(await part("blendvision", "Until")).toEqual({ Expires: "Dec 31, 2099, 12:00 AM" });
    expect(await connection("blendvision")).toMatchObject({
      protocol: "mqtt",
      url: expect.stringMatching(/^wss:.+x-amz-customauthorizer-signature=\[masked\]/),
    });
    await screenshot("sessions");
  });

  it("renews a session", async () => {
    await openBlendvision();
    await part("blendvision", "Room");
    mocks.reset();
    mocks.force("getChatroom", { example: "muted" });
    await card("blendvision").getByRole("button", { name: "Renew" }).click();
    await card("blendvision").getByText("muted").waitFor();
    expect(
      mocks
        .requests()
        .map(({ operationId, status }) => [operationId, status])
        .sort(),
    ).toEqual([
      ["getChatroom", 200],
      ["getChatroomConfig", 200],
    ]);
  });

  it("shows what went wrong, and what to do", async () => {
    mocks.force("initializeChat", { status: 402 });
    await openIbmVideo();
    const alert = card("ibm-video").getByRole("alert");
    expect(await alert.innerText()).toContain("payment_required · HTTP 402");
    expect(await alert.innerText()).toContain("its plan does not include chat");
    // Chromium's own line for an answer that is an error.
    expectedErrors = [expect.stringMatching(/^Failed to load resource: .* 402/)];
    await openBlendvision();
    await part("blendvision", "Room");
    await screenshot("error");
  });

  it("lets a failed session be opened again", async () => {
    mocks.force("initializeChat", { status: 401 });
    await openIbmVideo();
    await card("ibm-video").getByText("unauthenticated · HTTP 401").waitFor();
    expectedErrors = [expect.stringMatching(/^Failed to load resource: .* 401/)];
    await openIbmVideo();
    expect(await part("ibm-video", "Room")).toMatchObject({ Id: "channel_12345678" });
    expect(await card("ibm-video").getByRole("alert").count()).toBe(0);
  });

  it("names the option that cannot be used", async () => {
    await card("ibm-video").getByLabel("Base URL").fill("ftp://127.0.0.1");
    await openIbmVideo();
    const alert = card("ibm-video").getByRole("alert");
    expect(await alert.innerText()).toMatch(/configuration.*baseUrl must be an http/s);
    expect(mocks.requests()).toEqual([]);
  });

  it("takes no secret from its address", async () => {
    const { page } = at;
    expect(await page.getByLabel("Channel id").inputValue()).toBe("1234");
    expect(await page.getByLabel("Access token").inputValue()).toBe("");
    // The address is the test's own doing; the page hands it on to nobody.
    await openIbmVideo();
    await part("ibm-video", "Room");
    const sent = JSON.stringify(mocks.requests().map(({ headers }) => headers));
    expect(sent).not.toContain("from-the-address");
  });
});
