import { defineConfig } from "vite";

export default defineConfig(({ mode }) =>
  mode === "ibm-video-only"
    ? { build: { outDir: "dist-ibm-video-only", rollupOptions: { input: "ibm-video-only.mjs" } } }
    : { base: "./" },
);
