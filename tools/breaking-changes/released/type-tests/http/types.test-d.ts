import { expectTypeOf, it } from "vitest";
import { createApiErrorGuard, isChatError } from "@roomkey/http";
import { type TestOperations, testClient } from "./support.js";

const client = testClient();
const room = { path: { roomId: "1" } };

it("input is typed: what is required must be there", () => {
  expectTypeOf(client.readRoom).parameter(0).toEqualTypeOf<{ path: { roomId: string } }>();
  // @ts-expect-error a required path value is missing
  client.readRoom({ path: {} });
  // @ts-expect-error the input is missing
  client.readRoom();
  // @ts-expect-error a required body is missing
  client.renameRoom(room);
  // @ts-expect-error the array must be an array
  client.startGroup({ ...room, body: { "participant_ids[]": "a" } });
  client.listRooms();
  client.listRooms({ query: { limit: 1 } });
  // @ts-expect-error a limit is a number
  client.listRooms({ query: { limit: "1" } });
});

it("data is typed", () => {
  expectTypeOf(client.readRoom(room)).resolves.toEqualTypeOf<{
    room: { id: string; tags?: { name: string }[] };
  }>();
});

it("a result narrows by its status", async () => {
  const result = await client.readRoom.result(room);
  if (result.status === 200) expectTypeOf(result.data.room.id).toBeString();
  if (result.status === 400) expectTypeOf(result.error.body).toEqualTypeOf<{ error: string }>();
  if (result.status === 403) expectTypeOf(result.error.body).toEqualTypeOf<{ reason: string }>();
  if (result.status === 503) expectTypeOf(result.error.body).toBeUnknown();
  if (result.status === null) expectTypeOf(result.error.code).toBeString();
  if (result.ok) expectTypeOf(result.status).toEqualTypeOf<200>();
  // @ts-expect-error there is no data before the status is known
  result.data.room;
});

it("guards narrow: by code, and by operation and status to the body", () => {
  const error: unknown = null;
  if (isChatError(error, "rate_limited")) {
    expectTypeOf(error.retryAfterMs).toEqualTypeOf<number | null>();
  }
  if (isChatError(error, "timeout")) expectTypeOf(error.scope).toEqualTypeOf<"attempt" | "total">();
  const isApiError = createApiErrorGuard<TestOperations>("test");
  if (isApiError(error, "readRoom", 400)) {
    expectTypeOf(error.body).toEqualTypeOf<{ error: string }>();
    expectTypeOf(error.status).toEqualTypeOf<400>();
  }
  if (isApiError(error, "readRoom", 503)) expectTypeOf(error.body).toBeUnknown();
  // @ts-expect-error there is no such operation
  isApiError(error, "paintRoom");
});
