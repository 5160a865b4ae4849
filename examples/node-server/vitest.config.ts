import { defineConfig } from "vitest/config";

// The tests start mock servers and processes, which a busy machine may keep waiting.
export default defineConfig({ test: { testTimeout: 30_000, hookTimeout: 30_000 } });
