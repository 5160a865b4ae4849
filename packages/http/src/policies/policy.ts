import type { Outgoing } from "./outgoing.js";

/** Sends an outgoing request, as it is by then. Never throws but by rejecting. */
export type Step = (outgoing: Outgoing) => Promise<globalThis.Response>;

/** One concern around a step. */
export type Policy = (next: Step) => Step;
