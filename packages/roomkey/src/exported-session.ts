import type { AnySession } from "./session.js";

/** The format that this package writes, and the newest that it reads. */
export const EXPORT_VERSION = 1;

type Exported<Value> = Value extends Date
  ? string
  : Value extends object
    ? { readonly [Key in keyof Value]: Exported<Value[Key]> }
    : Value;

/**
 * A session as plain JSON, for handing it from a server to a browser. It carries the viewer's own
 * secrets, so it belongs to that viewer alone; server secrets are not in it.
 */
export interface ExportedSession extends Exported<AnySession> {
  readonly version: typeof EXPORT_VERSION;
  /** Secrets of the viewer besides those in `connection`: BlendVision's `chatroomToken`. */
  readonly viewerSecrets: Readonly<Record<string, string>>;
}
