import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    typecheck: {
      enabled: true,
      include: ["test/**/*.test-d.ts"],
      tsconfig: "./tsconfig.json",
    },
    coverage: {
      include: ["src/**/*.ts"],
      reporter: ["text-summary", "json"],
      thresholds: { 100: true },
    },
  },
});
