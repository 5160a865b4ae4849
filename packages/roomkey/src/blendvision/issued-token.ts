import type { components } from "@roomkey/blendvision";
import { maskedWhenPrinted } from "@roomkey/http";

/** Whom a chatroom token is for. What is left out, BlendVision makes up. */
export interface IssueTokenInput {
  readonly chatroomId: string;
  /** Default: `viewer`. Managing the chatroom takes an admin. */
  readonly role?: "admin" | "viewer";
  /** Display name. */
  readonly name?: string;
  /** Your own id of the user. */
  readonly subject?: string;
  readonly deviceId?: string;
}

/** A chatroom token with its lifetime. Prints itself without its secrets. */
export interface IssuedToken {
  readonly chatroomToken: string;
  readonly expiresAt: Date;
  /** null where BlendVision issues none. */
  readonly refreshToken: string | null;
  readonly refreshExpiresAt: Date | null;
}

type Schemas = components["schemas"];

/** Names an issued token's wishes as the wire does. */
export function toTokenRequest(
  input: Omit<IssueTokenInput, "chatroomId">,
): Schemas["CreateChatroomTokenRequest"] {
  const { role, name, subject, deviceId } = input;
  return {
    ...(role !== undefined && { role: role === "admin" ? "ROLE_ADMIN" : "ROLE_VIEWER" }),
    ...(deviceId !== undefined && { device_id: deviceId }),
    ...(subject !== undefined && { subject }),
    ...(name !== undefined && { name }),
  };
}

/**
 * Maps BlendVision's answer to an issued token. Lifetimes count from when it was asked for, so that
 * a slow answer makes a token look shorter-lived, never longer.
 */
export function toIssuedToken(
  wire: Schemas["IssuedChatroomToken"],
  requestedAt: number,
): IssuedToken {
  const after = (seconds: number) => new Date(requestedAt + seconds * 1000);
  return maskedWhenPrinted<IssuedToken>({
    chatroomToken: wire.token,
    expiresAt: after(wire.expires_in),
    refreshToken: wire.refresh_token ?? null,
    refreshExpiresAt: wire.refresh_expires_in == null ? null : after(wire.refresh_expires_in),
  });
}
