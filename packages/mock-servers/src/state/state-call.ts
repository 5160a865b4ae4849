import type { StateStore } from "./store.js";

/** A request in values; it meets the document, unless only its credential is looked at. */
export interface StateCall {
  readonly store: StateStore;
  readonly pathParameters: Readonly<Record<string, string>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Decoded JSON or form, undefined for none. */
  readonly body: unknown;
}

/** What the state makes of it: a body for the documented success, or a documented error. */
export type StateAnswer = { readonly kind: "answer"; readonly body: unknown } | StateRefusal;

export interface StateRefusal {
  readonly kind: "refusal";
  readonly status: number;
  readonly example?: string;
  /** For the violations header. */
  readonly reason: string;
}

export type StateHandler = (call: StateCall) => StateAnswer;

/** Looks at the credential alone, before anything else of the request counts. */
export type StateGate = (call: StateCall) => StateRefusal | undefined;

/** What follows `Bearer` or `Basic`. */
export function credentialOf({ headers }: StateCall): string {
  return (headers.authorization ?? "").replace(/^\S+\s+/, "").trim();
}

export function answer(body: unknown): StateAnswer {
  return { kind: "answer", body };
}

export function refuse(status: number, example: string | undefined, reason: string): StateRefusal {
  return { kind: "refusal", status, reason, ...(example !== undefined && { example }) };
}

/** A text member of a decoded body. */
export function text(body: unknown, name: string): string | undefined {
  if (typeof body !== "object" || body === null || !Object.hasOwn(body, name)) return undefined;
  const value = (body as Record<string, unknown>)[name];
  return typeof value === "string" ? value : undefined;
}

/** A number that looks like the ids of the platform: 12 digits of a UUID. */
export function uuid(n: number): string {
  return `00000000-0000-4000-8000-${n.toString(16).padStart(12, "0")}`;
}
