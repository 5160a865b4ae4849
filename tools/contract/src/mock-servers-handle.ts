import type { MockServers } from "@roomkey/mock-servers";

/** The mock servers of a test file, which are there once its tests run. */
export interface MockServersHandle {
  servers(): MockServers;
}
