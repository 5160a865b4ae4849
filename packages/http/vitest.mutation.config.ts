import { defineConfig } from "vitest/config";

// For Stryker, which runs the tests hundreds of times: without the types, and without the suites that
// need a server, take seconds, or measure time and memory.
export default defineConfig({
  test: {
    include: ["test/*.test.ts"],
    exclude: ["test/encoding.test.ts", "test/secrets-speed.test.ts", "test/shared-tokens.test.ts"],
  },
});
