import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Not the projects that tests write for a runner in the runner, should one be left behind.
    include: ["test/**/*.test.ts"],
    // Loading Prism takes longer than most of the tests: the files that share a worker share it.
    isolate: false,
    // Tests that start a process wait for it to load Prism, next to everything else that is tested.
    testTimeout: 30_000,
  },
});
