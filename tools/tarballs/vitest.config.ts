import { defineConfig } from "vitest/config";

// npm, a registry and an editor's server are processes, which a busy machine may keep waiting.
export default defineConfig({
  test: { globalSetup: "test/install.ts", testTimeout: 60_000, hookTimeout: 120_000 },
});
