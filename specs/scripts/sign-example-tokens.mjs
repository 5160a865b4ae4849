// Signs the JWTs that stand in the working examples, so that they can be made again and read by
// anybody: `node scripts/sign-example-tokens.mjs` writes them into the example files,
// `--check` writes nothing and fails when a file holds something else.
import { createHmac } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { EXAMPLE_KEY, exampleTokens } from "./example-tokens.mjs";

const hmac = (text, encoding) => createHmac("sha256", EXAMPLE_KEY).update(text).digest(encoding);
const segment = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** An HS256 JWT with these claims. */
function sign(claims) {
  const payload = segment(claims);
  // Stream's client decodes the payload with the "+/" alphabet and cannot read "-" or "_".
  if (/[-_]/.test(payload)) throw new Error(`payload is not plain base64: ${payload}`);
  const text = `${segment({ alg: "HS256", typ: "JWT" })}.${payload}`;
  return `${text}.${hmac(text, "base64url")}`;
}

/** Sets the member that a dotted path names, which must be there already. */
function set(document, path, value) {
  const keys = path.split(".");
  const last = keys.pop();
  const parent = keys.reduce((node, key) => node[key], document);
  if (typeof parent[last] !== "string") throw new Error(`no text at ${path}`);
  parent[last] = value;
}

const check = process.argv.includes("--check");
const stale = [];
for (const { file, token, signature, claims } of exampleTokens) {
  const url = new URL(`../${file}`, import.meta.url);
  const before = readFileSync(url, "utf8");
  const document = JSON.parse(before);
  const signed = sign(claims);
  set(document, token, signed);
  if (signature) set(document, signature, hmac(signed, "base64"));
  if (JSON.stringify(JSON.parse(before)) === JSON.stringify(document)) continue;
  stale.push(file);
  if (!check) writeFileSync(url, `${JSON.stringify(document, null, 2)}\n`);
}

if (check && stale.length > 0) {
  console.error(`not what scripts/sign-example-tokens.mjs makes:\n  ${stale.join("\n  ")}`);
  process.exitCode = 1;
} else {
  console.log(
    `${exampleTokens.length} example tokens, ${check ? "all as signed" : `${stale.length} written`}`,
  );
}
