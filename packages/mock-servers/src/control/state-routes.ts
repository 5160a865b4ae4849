import type { StateStore } from "../state/store.js";
import { SNAPSHOT_SCHEMA, SnapshotError } from "../state/store.js";
import { ControlError } from "./control-error.js";
import type { ControlCall, ControlRoute, JsonSchema } from "./control-route.js";

/** What stateful mode remembers. */
export const STATE_ROUTES: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/state",
    operationId: "takeSnapshot",
    summary: "Gives everything that stateful mode remembers, hashes in the place of tokens.",
    answers: { 200: "A snapshot." },
    handle: (call) => ({ status: 200, body: stateOf(call).snapshot() }),
  },
  {
    method: "PUT",
    path: "/state",
    operationId: "restoreSnapshot",
    summary: "Brings a snapshot back.",
    body: SNAPSHOT_SCHEMA as JsonSchema,
    answers: { 204: "It is as it was." },
    handle: (call) => {
      const state = stateOf(call);
      try {
        state.restore(call.body);
      } catch (error) {
        if (error instanceof SnapshotError) throw new ControlError(error.message);
        throw error;
      }
      return { status: 204 };
    },
  },
  {
    method: "DELETE",
    path: "/state",
    operationId: "resetState",
    summary: "Forgets everything that stateful mode remembers.",
    answers: { 204: "It is empty." },
    handle: (call) => {
      stateOf(call).reset();
      return { status: 204 };
    },
  },
];

function stateOf({ session }: ControlCall): StateStore {
  if (session.state) return session.state;
  throw new ControlError("The mock servers keep no state: start them with --stateful", 409);
}
