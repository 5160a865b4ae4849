import type { MockServersOptions } from "./options.js";
import type { RemoteMocks } from "./remote-mocks.js";
import { connectShared, startShared } from "./shared-servers.js";

export { RemoteControlError, RemoteMocks } from "./remote-mocks.js";

/**
 * Makes a `globalSetup` with options:
 *
 * ```ts
 * // mocks.setup.ts, named as `globalSetup` in vitest.config.ts
 * export default mockServersSetup({ stateful: true });
 * ```
 */
export function mockServersSetup(
  options: MockServersOptions = {},
): () => Promise<() => Promise<void>> {
  return () => startShared(options);
}

/** The servers of this run, in a session that no other worker has. */
export function mockServers(): RemoteMocks {
  return connectShared(`vitest-${process.env.VITEST_POOL_ID ?? "0"}`);
}

const setup: () => Promise<() => Promise<void>> = mockServersSetup();

/** `globalSetup: ["@roomkey/mock-servers/vitest"]` starts the servers once for the whole run. */
export default setup;
