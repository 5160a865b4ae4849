import { type JournalEntry, type MockServers, startMockServers } from "@roomkey/mock-servers";
import { createMockHandlers } from "@roomkey/mock-servers/msw";

// What a test suite writes, and what the types have to say about it. Nothing here is run.

export async function servers(): Promise<readonly JournalEntry[]> {
  const mocks: MockServers = await startMockServers({ ibmVideoPort: 0, blendvisionPort: 0 });
  mocks.force("initializeChat", { status: 402, times: 1 });
  // @ts-expect-error: a status is a number.
  mocks.force("initializeChat", { status: "402" });
  await mocks.control.useScenario("rate-limited");
  await mocks.stop();
  return mocks.requests();
}

export async function handlers(): Promise<number> {
  const { handlers } = await createMockHandlers();
  return handlers.length;
}
