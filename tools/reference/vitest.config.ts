import { defineConfig } from "vitest/config";

// Pages of megabytes of script, on machines that do other things as well.
export default defineConfig({ test: { testTimeout: 120_000, hookTimeout: 120_000 } });
