import type { MockServersOptions } from "./options.js";
import type { RemoteMocks } from "./remote-mocks.js";
import { connectShared, startShared } from "./shared-servers.js";

export { RemoteControlError, RemoteMocks } from "./remote-mocks.js";

interface WorkerInfo {
  readonly parallelIndex: number;
}

/** Fixtures for `test.extend`. */
export interface MockServersFixtures {
  readonly mocks: [
    (
      // biome-ignore lint/complexity/noBannedTypes: Playwright's word for "needs no other fixture"
      none: {},
      use: (mocks: RemoteMocks) => Promise<void>,
      worker: WorkerInfo,
    ) => Promise<void>,
    { scope: "worker" },
  ];
}

/**
 * The fixture `mocks`, for each worker a session of its own:
 *
 * ```ts
 * export const test = base.extend<{}, { mocks: RemoteMocks }>(mockServersFixtures);
 * ```
 */
export const mockServersFixtures: MockServersFixtures = {
  mocks: [
    // Playwright reads the names of fixtures out of the pattern, so there has to be one.
    // biome-ignore lint/correctness/noEmptyPattern: see above
    async ({}, use, { parallelIndex }) => {
      const mocks = connectShared(`playwright-${parallelIndex}`);
      await mocks.reset();
      await use(mocks);
    },
    { scope: "worker" },
  ],
};

/** Makes a `globalSetup` with options. */
export function mockServersSetup(
  options: MockServersOptions = {},
): () => Promise<() => Promise<void>> {
  return () => startShared(options);
}

const setup: () => Promise<() => Promise<void>> = mockServersSetup();

/** `globalSetup: "@roomkey/mock-servers/playwright"` starts the servers once for the whole run. */
export default setup;
