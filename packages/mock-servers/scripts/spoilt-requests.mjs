// Valid traffic, spoilt in one to three places: the same request for the same seed.
const FORM = "Content-Type: application/x-www-form-urlencoded";
const JSON_TYPE = "Content-Type: application/json";
const ORG = "x-bv-org-id: any";
const ROOMS = "/blendvision/bv/chatroom/v1/chatrooms";
const KNOWN = "Authorization: Bearer 0000000000000000000000000000000000acce55";
const ANY = "Authorization: Bearer any";

const TRAFFIC = [
  ["GET /ibm-video/channels/1234/chat.json", [KNOWN], ""],
  [
    "POST /ibm-video/channels/1234/chat/groups.json",
    [KNOWN, FORM],
    "participant_ids[]=a&participant_ids%5B%5D=b+c&chat_token=t%20&name=x",
  ],
  [
    "POST /ibm-video/oauth2/token",
    ["Authorization: Basic any", FORM],
    "grant_type=client_credentials&client_id=1",
  ],
  [
    "POST /ibm-video/oauth2/token",
    ["Authorization: Basic any", FORM],
    "grant_type=refresh_token&client_id=1&refresh_token=x",
  ],
  [`GET ${ROOMS}`, [ANY], ""],
  [`GET ${ROOMS}/config?a=1&b=%20`, [ANY], ""],
  [`POST ${ROOMS}`, [ANY, ORG, JSON_TYPE], '{"custom_counters":[{"key":"like"},{"key":"heart"}]}'],
  [
    `POST ${ROOMS}/00000000-0000-4000-8000-000000000001/tokens`,
    [ANY, ORG, JSON_TYPE],
    '{"role":"ROLE_ADMIN","subject":"ada","expired_at":"2099-01-01T00:00:00Z"}',
  ],
  [`POST ${ROOMS}/tokens:refresh`, [JSON_TYPE], '{"refresh_token":"any"}'],
  [
    "GET /ibm-video/channels/1/chat.json",
    [ANY, "Prefer: code=404, example=not-found; force=true"],
    "",
  ],
  [
    "OPTIONS /ibm-video/oauth2/token",
    ["Origin: http://x", "Access-Control-Request-Method: POST"],
    "",
  ],
  ["GET /__roomkey/requests?status=4xx&limit=2", [], ""],
  [
    "POST /__roomkey/rules",
    [JSON_TYPE],
    '{"match":{"operationId":"none","nth":{"from":2}},"times":1}',
  ],
  ["GET /@s1/ibm-video/channels/1/chat.json", [KNOWN, "x-roomkey-session: s2"], ""],
];

const NASTY = [
  "%",
  "%ZZ",
  "%00",
  "\u0000",
  "\r\n",
  "\r\n\r\n",
  "&",
  "=",
  "[]",
  "__proto__",
  "\u00ff",
  "{",
  "[",
  '"',
  "null",
  ",",
  ";",
  "/",
  "..",
  "//",
  "?",
  "#",
  " ",
  "99999999999",
  "-1",
  "1e999",
  "\ud83d\ude00",
  "@",
  "constructor",
  "gzip",
  "chunked",
  "x".repeat(300),
];

/** Numbers from 0 up to 1 (mulberry32). */
function seeded(seed) {
  let state = 0x811c9dc5;
  for (const character of seed) state = Math.imul(state ^ character.codePointAt(0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The bytes of one request, one character for each byte. */
export function spoiltRequest(seed) {
  const random = seeded(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const spoil = (text) => {
    let spoilt = text;
    for (let left = 1 + Math.floor(random() * 3); left > 0; left -= 1) {
      const at = Math.floor(random() * (spoilt.length + 1));
      const length = Math.floor(random() * 12);
      const cut = spoilt.slice(at, at + length);
      const kind = random();
      const insert =
        kind < 0.5
          ? pick(NASTY)
          : kind < 0.7
            ? cut + cut
            : kind < 0.9
              ? ""
              : String.fromCharCode(random() * 256);
      spoilt = spoilt.slice(0, at) + insert + spoilt.slice(at + (kind < 0.7 ? length : 1));
    }
    return spoilt;
  };
  const [line, headers, body] = pick(TRAFFIC);
  const part = Math.floor(random() * 5);
  if (part === 0) return request(spoil(line), headers, body);
  if (part === 1 && headers.length > 0) {
    const index = Math.floor(random() * headers.length);
    return request(
      line,
      headers.map((header, at) => (at === index ? spoil(header) : header)),
      body,
    );
  }
  if (part === 2) return request(line, headers, spoil(body));
  if (part === 3) return request(line, headers, body);
  return spoil(request(line, headers, body));
}

function request(line, headers, body) {
  const length = body === "" ? [] : [`Content-Length: ${Buffer.byteLength(body, "latin1")}`];
  return `${[`${line} HTTP/1.1`, "Host: 127.0.0.1", ...headers, ...length].join("\r\n")}\r\n\r\n${body}`;
}
