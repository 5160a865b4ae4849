import type { Fetch } from "@roomkey/http";

/** A fetch that answers from memory, with whatever of these paths the address ends in. */
export function memoryFetch(answers: Readonly<Record<string, Uint8Array>>): Fetch {
  const paths = Object.entries(answers);
  const init = { status: 200, headers: { "content-type": "application/json" } };
  return async (input) => {
    const url = typeof input === "string" ? input : "url" in input ? input.url : input.href;
    for (const [path, bytes] of paths) {
      if (url.endsWith(path)) return new Response(bytes as Uint8Array<ArrayBuffer>, init);
    }
    throw new Error(`nothing answers ${url}`);
  };
}

/** What a contender sends, for proving that all of them send the same. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | null;
}

/** A fetch that notes what it is asked, and goes on. */
export function recordingFetch(next: Fetch, sent: SentRequest[]): Fetch {
  return async (input, init) => {
    // Some peers hand over an address with an init, some a request; `Request` reads both.
    const { method, url, headers } = new Request(input, init);
    sent.push({ method, url, authorization: headers.get("authorization") });
    return next(input, init);
  };
}
