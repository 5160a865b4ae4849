import type { CallContext } from "./call-context.js";
import type { Hooks } from "./events.js";
import { maskText } from "./mask.js";

const reported = new WeakSet<object>();

type EventOf<Name extends keyof Hooks> = Parameters<NonNullable<Hooks[Name]>>[0];

/**
 * Tells every listener of a call. The event is built only when somebody listens. A hook that throws,
 * or whose promise rejects, never breaks the call: it is reported once.
 */
export function emit<Name extends keyof Hooks>(
  { listeners }: CallContext,
  name: Name,
  build: () => EventOf<Name>,
): void {
  for (const listener of listeners) {
    const hook = listener[name] as ((event: EventOf<Name>) => unknown) | undefined;
    if (hook === undefined) continue;
    try {
      const result = hook(build());
      if (typeof result === "object") {
        Promise.resolve(result).catch((error: unknown) => report(hook, name, error));
      }
    } catch (error) {
      report(hook, name, error);
    }
  }
}

function report(hook: object, name: string, error: unknown): void {
  if (reported.has(hook)) return;
  reported.add(hook);
  console.error(`roomkey: the hook ${name} failed, and is ignored: ${maskText(textOf(error))}`);
}

function textOf(error: unknown): string {
  try {
    return String(error);
  } catch {
    // `Object.create(null)` has no text, and `toString` may throw.
    return "an error without a text";
  }
}
