import { defineConfig } from "vitest/config";

// Gates install, bundle and compile, which takes its time on a busy machine.
export default defineConfig({ test: { testTimeout: 300_000 } });
