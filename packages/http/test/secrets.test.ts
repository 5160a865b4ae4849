import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSecretName, maskedWhenPrinted, maskJson, maskText } from "../src/index.js";

const SECRET = "fake-secret-value";
const JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJmYWtlIn0.c2ln";

describe("a secret name", () => {
  it.each(
    [
      ["token", "chat_token", "x-token", "chatToken", "refresh_token", "Authorization"],
      ["client_secret", "Set-Cookie", "x-amz-customauthorizer-signature", "tokens[]", "tokens[0]"],
      ["password", "id_token_jwt", "secretKey"],
    ].flat(),
  )("is %s", (name) => {
    expect(isSecretName(name)).toBe(true);
  });

  it.each(["name", "token_type", "expires_in", "api_key", "tokenize", "device_id", ""])(
    "is not %j",
    (name) => {
      expect(isSecretName(name)).toBe(false);
    },
  );
});

describe("a text", () => {
  it.each([
    `Authorization: Bearer ${SECRET}`,
    `Basic ${SECRET}`,
    `Bearer%20${SECRET} and Bearer+${SECRET}`,
    `authorization=Bearer ${SECRET}`,
    `chat_token=${SECRET}&name=x`,
    `wss://h/mqtt?x-token=${SECRET}&x-amz-customauthorizer-signature=${SECRET}`,
    `https://h/?next=https%3A%2F%2Fh%2F%3Fx-token%3D${SECRET}%26a%3Db`,
    `https://h/?next=https%253A%252F%252Fh%253Fchat_token%253D${SECRET}%2526a`,
    `https://user:${SECRET}@h/path`,
    `tokens[]=${SECRET}&tokens%5B%5D=${SECRET}`,
    `{"refresh_token":"${SECRET}"}`,
    `{"token": "${SECRET}`,
    `{"client_secret" : "${SECRET}\\"${SECRET}", "a": 1}`,
    `{"said":"{\\"chat_token\\":\\"${SECRET}\\\\\\"${SECRET}\\",\\"a\\":1}"}`,
    `{"tokens": ["${SECRET}", "${SECRET}"]}`,
    `{ token: '${SECRET}', 'x-token': "${SECRET}" }`,
    `POST / HTTP/1.1\r\nX-Token: ${SECRET}\r\nHost: h`,
    `POST / HTTP/1.1\\r\\nX-Token: ${SECRET}\\r\\nHost: h`,
    `[token] => ${SECRET}`,
    `<token>${SECRET}</token>`,
    `token="${SECRET} ${SECRET}"`,
    `say https:\\/\\/h?token=ab\\/${SECRET}`,
  ])("shows no secret: %s", (text) => {
    expect(maskText(text)).not.toContain(SECRET);
    expect(maskText(text)).toContain("[masked]");
  });

  it("keeps all that stands around a secret", () => {
    expect(maskText(`{"a":1,"token":"${SECRET}","b":2}`)).toBe('{"a":1,"token":"[masked]","b":2}');
    expect(maskText('{"a":1,"token":1234567,"b":2}')).toBe('{"a":1,"token":[masked],"b":2}');
    expect(maskText(`?a=1&token=${SECRET}&b=2#c`)).toBe("?a=1&token=[masked]&b=2#c");
    expect(maskText(`u%3Ftoken%3D${SECRET}%26b%3D2`)).toBe("u%3Ftoken%3D[masked]%26b%3D2");
    expect(maskText(`<token>${SECRET}</token><b>2</b>`)).toBe("<token>[masked]</token><b>2</b>");
    expect(maskText(`x-token: ${SECRET}\nhost: h`)).toBe("x-token: [masked]\nhost: h");
    expect(maskText(`//u:${SECRET}@h/p`)).toBe("//u:[masked]@h/p");
  });

  it("shows no JSON Web Token, wherever it stands", () => {
    expect(maskText(`saw ${JWT} here`)).toBe("saw [masked] here");
    expect(maskText(`saw x-${JWT}`)).toBe("saw x-[masked]");
  });

  it.each([
    "GET /channels/1234/chat.json?limit=5",
    "participant_ids[]=a&name=Our%20chat",
    '{"id":"1","name":"token"}',
    '{"token":null,"tokens":{"a":1},"cookie":""}',
    "blendvision refreshChatroomToken: 401 (invalid_token): get a fresh one",
    "401: invalid token: it has expired",
    "accessToken is missing or empty",
    "the file eyJ-is-no-web-token-at-all",
    "no secret here:\nnothing",
    "https://h:8080/a@b",
  ])("without a secret stays as it is: %s", (text) => {
    expect(maskText(text)).toBe(text);
  });

  it("masked once is not changed when it is masked again", () => {
    const part = fc.constantFrom(
      ...["token", "=", ":", '"', "'", "\\", " ", "&", "%3D", "%26", "Bearer ", "a", "\n", "//"],
      ...["x-token", "[", "]", "{", "}", ",", "@", "<", ">", "eyJ", ".", "1", "secret", "+", "%20"],
    );
    const texts = fc.array(part, { maxLength: 30 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(texts, (text) => {
        const once = maskText(text);
        expect(maskText(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a known value", () => {
  const value = "fake/secret+1\ne=\"t\\k'e&n <ä😀>end";
  const json = JSON.stringify(value).slice(1, -1);
  const html = value
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&#62;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#x27;");
  const ascii = json.replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

  it.each([
    ["raw", value],
    ["percent-encoded", encodeURIComponent(value)],
    ["percent-encoded, in lower case", encodeURIComponent(value).replaceAll("%2B", "%2b")],
    ["percent-encoded twice", encodeURIComponent(encodeURIComponent(value))],
    ["as a form does it", new URLSearchParams({ "": value }).toString().slice(1)],
    ["in JSON", json],
    ["in JSON, slashes escaped", json.replaceAll("/", "\\/")],
    ["in ASCII JSON", ascii],
    ["in JSON in JSON", JSON.stringify(json).slice(1, -1)],
    ["in HTML", html],
  ])("is masked when it comes back %s", (_, written) => {
    expect(maskText(`echo ${written}.`, new Set(["other", value]))).toBe("echo [masked].");
  });

  it("is masked in whichever way it is written", () => {
    const strings = fc.string({ unit: "grapheme", maxLength: 40 });
    fc.assert(
      fc.property(strings, (middle) => {
        const secret = `fake${middle}end`;
        const secrets = new Set([secret]);
        const form = new URLSearchParams({ "": secret }).toString().slice(1);
        for (const text of [secret, encodeURIComponent(secret), form, JSON.stringify(secret)]) {
          expect(maskText(`|${text}|`, secrets)).not.toContain(text);
        }
      }),
    );
  });

  it("that is short is masked as a word of its own, and a tiny one not at all", () => {
    const secrets = new Set(["abc", "1", ""]);
    expect(maskText("abc abcd xabc (abc) 1", secrets)).toBe("[masked] abcd xabc ([masked]) 1");
  });

  it("that is tiny changes nothing where it is the only one", () => {
    expect(maskText("1 and 12", new Set(["1", ""]))).toBe("1 and 12");
  });

  it.each(["ab1-cd2-ef3", "k.9-x_7", "+/=+/=+/="])(
    "in short groups is masked as it is: %s",
    (value) => {
      expect(maskText(`echo ${value} end`, new Set([value]))).toBe("echo [masked] end");
    },
  );

  it("is masked whole where another one begins like it", () => {
    const secrets = new Set(["fake-one", "fake-one-two"]);
    expect(maskText("fake-one-two fake-one", secrets)).toBe("[masked] [masked]");
  });

  it("with a line break is not taken for two others", () => {
    expect(maskText("fake-one fake-two", new Set(["fake-one\nfake-two"]))).toBe("[masked]");
    const text = "fake-one, and then fake-two";
    expect(maskText(text, new Set(["fake-one", "fake-two"]))).toBe("[masked], and then [masked]");
  });

  it("is masked also when it becomes known later", () => {
    const secrets = new Set(["fake-one"]);
    expect(maskText("fake-one fake-two", secrets)).toBe("[masked] fake-two");
    secrets.add("fake-two");
    expect(maskText("fake-one fake-two", secrets)).toBe("[masked] [masked]");
  });
});

describe("a value that is masked when printed", () => {
  it("prints a masked copy, while the members keep their values", () => {
    const value = maskedWhenPrinted({ token: SECRET, id: "1", nested: { x: [`token=${SECRET}`] } });
    expect(value.token).toBe(SECRET);
    expect(JSON.stringify(value)).toBe(
      '{"token":"[masked]","id":"1","nested":{"x":["token=[masked]"]}}',
    );
    expect(inspect(value, { depth: 9, showHidden: true })).not.toContain(SECRET);
    expect(inspect({ value })).not.toContain(SECRET);
    expect(Object.keys(value)).toEqual(["token", "id", "nested"]);
  });

  it("is masked with its members when it is part of another", () => {
    const inner = maskedWhenPrinted({ chatToken: SECRET });
    const outer = { inner, list: [inner] };
    expect(inspect(outer, { depth: 9, showHidden: true })).not.toContain(SECRET);
    expect(JSON.stringify(outer)).not.toContain(SECRET);
  });
});

describe("a value as JSON", () => {
  it("is a copy in which secrets are replaced, by their names and by their looks", () => {
    const value = { token: { value: SECRET }, tokens: [SECRET], said: `Bearer ${SECRET}`, id: "1" };
    expect(maskJson(value)).toEqual({
      token: "[masked]",
      tokens: "[masked]",
      said: "Bearer [masked]",
      id: "1",
    });
    expect(value.token.value).toBe(SECRET);
  });

  it("keeps what is no secret under the name of one", () => {
    const value = { token: null, cookie: "", jwt: true, token_type: "bearer", n: 5 };
    expect(maskJson(value)).toEqual(value);
  });
});
