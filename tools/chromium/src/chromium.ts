import { accessSync, constants } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { type BrowserContext, chromium, type LaunchOptions } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Path of the Chromium that is installed on this machine; null where there is none. */
export function findChromium(path = process.env.PATH ?? ""): string | null {
  const places = path.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return places.find(isExecutable) ?? null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether a signal closes the browser and ends the process; else that is the caller's to do. */
type Signals = Pick<LaunchOptions, "handleSIGINT" | "handleSIGTERM">;

/** A browser with an empty profile that is deleted at the end. It can reach 127.0.0.1 only. */
export async function startChromium(
  executablePath: string,
  signals: Signals = {},
): Promise<AsyncDisposable & { readonly context: BrowserContext }> {
  const profile = await mkdtemp(join(tmpdir(), "roomkey-chromium-"));
  const context = await chromium.launchPersistentContext(profile, {
    ...signals,
    executablePath,
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ],
    viewport: { width: 1200, height: 900 },
    locale: "en",
    timezoneId: "UTC",
  });
  return {
    context,
    async [Symbol.asyncDispose]() {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
