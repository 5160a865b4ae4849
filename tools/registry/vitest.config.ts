import { defineConfig } from "vitest/config";

// npm and a registry are processes and servers, which a busy machine may keep waiting.
export default defineConfig({ test: { testTimeout: 120_000, hookTimeout: 120_000 } });
