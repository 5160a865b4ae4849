const secrets = new WeakMap<object, Readonly<Record<string, string>>>();

/**
 * Notes the viewer's own secrets of a session besides those in its connection, for `exportSession`.
 * Server secrets are never noted.
 */
export function noteViewerSecrets<Session extends object>(
  session: Session,
  own: Readonly<Record<string, string>>,
): Session {
  secrets.set(session, own);
  return session;
}

/** The noted secrets of a session. */
export function viewerSecretsOf(session: object): Readonly<Record<string, string>> {
  return secrets.get(session) ?? {};
}
