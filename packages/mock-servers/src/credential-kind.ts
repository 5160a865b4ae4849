/** What kind of credential a request carries in its `Authorization` header. */
export type CredentialKind = "none" | "bearer" | "basic" | "other";

export function credentialKind(authorization: string | undefined): CredentialKind {
  const scheme = authorization?.trim().split(/\s/, 1)[0]?.toLowerCase();
  if (!scheme) return "none";
  return scheme === "bearer" || scheme === "basic" ? scheme : "other";
}
