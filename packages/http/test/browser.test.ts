import { afterEach, describe, expect, it, vi } from "vitest";
import { refuseInBrowser } from "../src/index.js";

const CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36";

afterEach(() => vi.unstubAllGlobals());

describe("a server secret", () => {
  it.each(["document", "WorkerGlobalScope"])("is refused in a browser: %s", (global) => {
    vi.stubGlobal("navigator", { userAgent: CHROME });
    vi.stubGlobal(global, {});
    expect(() => refuseInBrowser("clientSecret")).toThrow(
      expect.objectContaining({
        code: "configuration",
        argument: "clientSecret",
        message: "clientSecret is a server secret and may not be used in a browser",
      }),
    );
  });

  it.each(["Node.js/22", "Deno/2.5", "Bun/1.3", "Cloudflare-Workers"])(
    "may be used on a server that has a browser's globals: %s",
    (userAgent) => {
      vi.stubGlobal("navigator", { userAgent });
      vi.stubGlobal("WorkerGlobalScope", {});
      expect(() => refuseInBrowser("clientSecret")).not.toThrow();
    },
  );

  it("may be used where there is no navigator, or neither a page nor a worker", () => {
    vi.stubGlobal("navigator", undefined);
    vi.stubGlobal("document", {});
    expect(() => refuseInBrowser("clientSecret")).not.toThrow();
    vi.unstubAllGlobals();
    vi.stubGlobal("navigator", { userAgent: CHROME });
    expect(() => refuseInBrowser("clientSecret")).not.toThrow();
  });
});
