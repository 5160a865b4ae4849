import type { Provider } from "./providers.js";
import { PROVIDERS } from "./providers.js";
import { withoutAuthority } from "./target.js";

/** The session of whoever names none. */
export const DEFAULT_SESSION = "default";

/** What a request target leads to, before any document is looked at. */
export type Place =
  | { readonly kind: "control"; readonly session: string | undefined; readonly target: string }
  | ProviderPlace
  | { readonly kind: "nowhere"; readonly session: string | undefined; readonly target: string };

export interface ProviderPlace {
  readonly kind: "provider";
  /** Undefined when the target names none. */
  readonly session: string | undefined;
  readonly provider: Provider;
  /** What is left of the target for the provider. */
  readonly target: string;
}

const CONTROL = /^\/__roomkey(?=[/?]|$)/;
const SESSION = /^\/@([A-Za-z0-9][A-Za-z0-9._-]{0,63})(?=[/?]|$)/;

/** Tells where a target leads, on the port of one provider or, without one, on the port of both. */
export function findPlace(target: string, own?: Provider): Place {
  const whole = withoutAuthority(target);
  const named = SESSION.exec(whole);
  const session = named?.[1];
  const rest = cut(whole, named?.[0] ?? "");
  const control = CONTROL.exec(rest);
  if (control) return { kind: "control", session, target: cut(rest, control[0]) };
  // A target without a session goes on as it came, so that the journal has what was sent.
  if (own) return { kind: "provider", session, provider: own, target: named ? rest : target };
  for (const { provider, prefix } of PROVIDERS) {
    if (!rest.startsWith(prefix) || !/^([/?]|$)/.test(rest.slice(prefix.length))) continue;
    return { kind: "provider", session, provider, target: cut(rest, prefix) };
  }
  return { kind: "nowhere", session, target: named ? rest : target };
}

function cut(target: string, start: string): string {
  const rest = target.slice(start.length);
  return rest.startsWith("/") ? rest : `/${rest}`;
}
