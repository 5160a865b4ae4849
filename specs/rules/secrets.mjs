import { createHmac } from "node:crypto";
import { EXAMPLE_KEY } from "../scripts/example-tokens.mjs";

/** What keys of well-known services look like. */
const KNOWN = [
  /\bAKIA[0-9A-Z]{16}\b/,
  /\bgh[opsu]_[A-Za-z0-9]{20,}/,
  /\bxox[abprs]-[\w-]{10,}/,
  /\b[rs]k_(live|test)_\w{10,}/,
  /\bAIza[\w-]{30,}/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
];
const JWT = /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g;
/** Long runs of letters and digits without a word in them. */
const RANDOM = /[A-Za-z0-9+/_-]{24,}={0,2}/g;
/** base64 of "signature". */
const NO_SIGNATURE = "c2lnbmF0dXJl";

/** No example holds a credential that could be real. Those of the vendors' pages are public. */
const secretNone = () => ({
  any(node, { report, location, type, key }) {
    if (typeof node !== "object" || node === null || type.name === "ExamplesMap") return;
    if (type.name === "Example" && String(key).startsWith("vendor")) return;
    for (const [member, value] of Object.entries(node)) {
      const deep = ["value", "example", "default"].includes(member);
      const texts = deep ? textsOf(value) : [value].filter((text) => typeof text === "string");
      const signatures = new Set(texts.map((text) => hmac(text, "base64")));
      if (!texts.some((text) => !signatures.has(text) && looksSecret(text))) continue;
      report({ message: "This looks like a real secret.", location: location.child(member) });
    }
  },
});

function textsOf(value) {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

function looksSecret(text) {
  if (KNOWN.some((pattern) => pattern.test(text))) return true;
  if ([...text.matchAll(JWT)].some(([token]) => !isOurs(token))) return true;
  const rest = text.replaceAll(JWT, " ");
  return [...rest.matchAll(RANDOM)].some(([run]) => isRandom(run));
}

/** Signed by scripts/sign-example-tokens.mjs, or not at all. */
function isOurs(token) {
  const [header, payload, signature] = token.split(".");
  return signature === NO_SIGNATURE || signature === hmac(`${header}.${payload}`, "base64url");
}

const hmac = (text, encoding) => createHmac("sha256", EXAMPLE_KEY).update(text).digest(encoding);

/** Bits of information in a character; random hexadecimal has almost 4, English words about 4. */
function isRandom(run) {
  if (!/\d/.test(run) || /example/i.test(run)) return false;
  const counts = new Map();
  for (const character of run) counts.set(character, (counts.get(character) ?? 0) + 1);
  const share = [...counts.values()].map((count) => count / run.length);
  const bits = -share.reduce((sum, part) => sum + part * Math.log2(part), 0);
  return bits > (/^[0-9a-f-]+$/i.test(run) ? 3 : 3.8);
}

export const secretRules = { "secret-none": secretNone };
