/**
 * When a JSON Web Token expires, by its `exp` claim; null where it has none or is no such token.
 * The signature is not looked at: this tells when to renew, not whom to trust.
 */
export function jwtExpiry(jwt: string): Date | null {
  try {
    const payload = jwt.split(".")[1] ?? "";
    const { exp } = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/"))) as {
      readonly exp?: unknown;
    };
    return Number.isFinite(exp) ? new Date((exp as number) * 1000) : null;
  } catch {
    return null;
  }
}
