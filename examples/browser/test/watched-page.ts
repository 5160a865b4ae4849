import type { BrowserContext, Page } from "playwright-core";

/** A page of which nothing escapes us. */
export interface WatchedPage {
  readonly page: Page;
  /** Addresses of all requests, preflights excepted. */
  readonly requests: string[];
  /** What the console shows as errors, uncaught exceptions included. */
  readonly errors: string[];
}

/** Opens an address in a page of its own. */
export async function watchPage(context: BrowserContext, url: string): Promise<WatchedPage> {
  const page = await context.newPage();
  const watched: WatchedPage = { page, requests: [], errors: [] };
  page.on("request", (request) => watched.requests.push(request.url()));
  page.on("websocket", (socket) => watched.requests.push(socket.url()));
  page.on("pageerror", (error) => watched.errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") watched.errors.push(message.text());
  });
  await page.goto(url);
  return watched;
}
