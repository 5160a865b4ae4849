/** What stands in the place of a secret. */
export const MASK = "***";

const SECRET_NAME =
  /(^|[-_.])(token|secret|password|signature|authorization|cookie|jwt|api[-_]?key)(\[\])?$/i;

/** Whether a header, a parameter, a form field or a JSON member of this name holds a secret. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name);
}

/** The same headers without secrets; of credentials the scheme is kept: `Bearer ***`. */
export function maskHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const masked = { ...headers };
  for (const name of Object.keys(headers)) {
    if (!isSecretName(name)) continue;
    const scheme = /^(Bearer|Basic)\b/i.exec(headers[name] ?? "")?.[0];
    masked[name] = scheme === undefined ? MASK : `${scheme} ${MASK}`;
  }
  return masked;
}

// A JWT gives itself away wherever it stands, also under a name that sounds harmless.
const JWT = /eyJ[\w-]+\.[\w-]+\.[\w-]*/g;

/** The same path without the secrets of its query. */
export function maskPath(target: string): string {
  const mark = target.indexOf("?");
  if (mark === -1) return target.replace(JWT, MASK);
  return `${target.slice(0, mark)}?${maskPairs(target.slice(mark + 1))}`.replace(JWT, MASK);
}

/** The same body without secrets, be it JSON, a form, or broken. */
export function maskBody(body: string): string {
  return maskJson(body).replace(JWT, MASK);
}

function maskJson(body: string): string {
  if (/^\s*[[{]/.test(body)) {
    try {
      return JSON.stringify(JSON.parse(body), (name, value) => (isSecretName(name) ? MASK : value));
    } catch {
      // Not JSON after all: what looks like a member is masked.
    }
  }
  if (/^\s*[[{"]/.test(body)) {
    return body.replace(
      /("((?:[^"\\]|\\.)*)"\s*:\s*)("(?:[^"\\]|\\.)*"?|[^\s,}\]]+)/g,
      (member, start: string, name: string) => (isSecretName(name) ? `${start}"${MASK}"` : member),
    );
  }
  return maskPairs(body);
}

function maskPairs(text: string): string {
  return text.replace(/([^&=]+)=([^&]*)/g, (pair, name: string) => {
    const plain = name.replaceAll(/%5B/gi, "[").replaceAll(/%5D/gi, "]").replaceAll(/%5F/gi, "_");
    return isSecretName(plain) ? `${name}=${MASK}` : pair;
  });
}
