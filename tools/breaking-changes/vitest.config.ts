import { defineConfig } from "vitest/config";

// Every test asks real tools, each of which is a process or a compiler of its own.
export default defineConfig({ test: { testTimeout: 120_000, hookTimeout: 120_000 } });
