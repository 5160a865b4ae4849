import { defineConfig } from "vitest/config";

// Many of these tests start processes of their own, which a busy machine may keep waiting.
export default defineConfig({ test: { testTimeout: 60_000, hookTimeout: 60_000 } });
