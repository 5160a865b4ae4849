import type { JournalEntry } from "../journal.js";
import { maskBody, maskPath } from "../mask.js";
import { PROVIDERS } from "../providers.js";
import { splitTarget } from "../target.js";

/** Turns journal entries into an HTTP archive (HAR 1.2), without their secrets. */
export function toHar(entries: readonly JournalEntry[], controlUrl: string): object {
  return {
    log: {
      version: "1.2",
      creator: { name: "@roomkey/mock-servers", version: "1" },
      entries: entries.map((entry) => toHarEntry(entry, controlUrl)),
    },
  };
}

function toHarEntry(entry: JournalEntry, controlUrl: string): object {
  const { at, durationMs, method, status, headers, response } = entry;
  const path = maskPath(entry.path);
  const prefix = PROVIDERS.find(({ provider }) => provider === entry.provider)?.prefix ?? "";
  const { query } = splitTarget(path);
  const body = maskBody(entry.body);
  const answer = maskBody(response.body);
  return {
    startedDateTime: at.toISOString(),
    time: durationMs,
    request: {
      method,
      url: new URL(controlUrl).origin + prefix + path,
      httpVersion: "HTTP/1.1",
      cookies: [],
      headers: pairs(headers),
      queryString: [...new URLSearchParams(query)].map(([name, value]) => ({ name, value })),
      ...(body !== "" && { postData: { mimeType: headers["content-type"] ?? "", text: body } }),
      headersSize: -1,
      bodySize: Buffer.byteLength(entry.body),
    },
    response: {
      status,
      statusText: "",
      httpVersion: "HTTP/1.1",
      cookies: [],
      headers: pairs(response.headers),
      content: {
        size: Buffer.byteLength(answer),
        mimeType: response.headers["content-type"] ?? "",
        text: answer,
      },
      redirectURL: "",
      headersSize: -1,
      bodySize: Buffer.byteLength(response.body),
    },
    cache: {},
    timings: { send: 0, wait: durationMs, receive: 0 },
    comment: entry.operationId ?? "no operation",
  };
}

function pairs(headers: Readonly<Record<string, string>>): { name: string; value: string }[] {
  return Object.entries(headers).map(([name, value]) => ({ name, value }));
}
