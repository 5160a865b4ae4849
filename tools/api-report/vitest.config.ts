import { defineConfig } from "vitest/config";

// API Extractor compiles each entry point.
export default defineConfig({ test: { testTimeout: 120_000 } });
