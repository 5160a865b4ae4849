import { defineConfig } from "vitest/config";

// For Stryker, which runs tests thousands of times: without the types, without suites that need a
// server, take seconds, or measure time and memory, and without those of units that it leaves alone.
export default defineConfig({
  test: {
    include: ["test/*.test.ts"],
    exclude: [
      "test/{encoding,opentelemetry,shared-tokens}.test.ts",
      "test/{secrets,secrets-in-values,secrets-speed}.test.ts",
    ],
  },
});
