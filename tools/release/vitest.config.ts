import { defineConfig } from "vitest/config";

// A release installs, builds and publishes, which takes its time on a busy machine.
export default defineConfig({ test: { testTimeout: 400_000, hookTimeout: 400_000 } });
