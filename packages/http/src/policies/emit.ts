import type { Call } from "../call.js";
import type { Hooks } from "../events.js";
import { maskError } from "../masking/mask-error.js";

const reported = new WeakSet<object>();

type EventOf<Name extends keyof Hooks> = Parameters<NonNullable<Hooks[Name]>>[0];

/**
 * Tells every listener of a call. The event is built only when somebody listens. A hook that throws,
 * or whose promise rejects, never breaks the call: it is reported once.
 */
export function emit<Name extends keyof Hooks>(
  { listeners }: Call,
  name: Name,
  build: () => EventOf<Name>,
): void {
  for (const listener of listeners) {
    const hook = listener[name] as ((event: EventOf<Name>) => unknown) | undefined;
    if (hook === undefined) continue;
    // Asynchronous, so that what a hook throws and what its promise rejects with are one.
    const tell = async (): Promise<unknown> => hook(build());
    tell().catch((error: unknown) => {
      if (reported.has(hook)) return;
      reported.add(hook);
      console.error(`roomkey: the hook ${name} failed, and is ignored:`, maskError(error));
    });
  }
}
