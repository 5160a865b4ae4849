/**
 * The viewer's own secrets of a session besides those in its connection, for `exportSession`. Server
 * secrets are never noted.
 */
export const viewerSecrets: WeakMap<object, Readonly<Record<string, string>>> = new WeakMap();
