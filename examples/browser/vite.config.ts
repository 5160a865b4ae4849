import { defineConfig } from "vitest/config";

// Relative addresses, so that the built page works in any folder of any server. The tests start
// mock servers, build the page and start a browser, which a busy machine may keep waiting.
export default defineConfig({
  base: "./",
  test: { testTimeout: 60_000, hookTimeout: 60_000 },
});
