import { onAbort } from "../abort.js";
import type { Outgoing } from "./outgoing.js";

/** Stops a request when its own signal says so; gives a function that calls it off. */
export function follow(outgoing: Outgoing): (() => void) | undefined {
  const { signal } = outgoing.init;
  if (!signal) return undefined;
  const stop = (): void => outgoing.stop(signal.reason, true);
  // An abort that has been is not told any more.
  if (signal.aborted) stop();
  return onAbort(signal, stop);
}
