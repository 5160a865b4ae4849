import { signalOf, untilAborted } from "./abort.js";
import { contextOf, eventOf, withContext } from "./call-context.js";
import { emit } from "./emit.js";
import type { FetchDecorator } from "./fetch.js";
import { maskValue } from "./mask-value.js";
import { type TokenRequest, type TokenSource, tokenValue } from "./token-source.js";

/** How one credential travels. */
export interface CredentialHeader {
  readonly source: TokenSource | undefined;
  /** What an error calls the option. */
  readonly name: string;
  readonly header: string;
  /** Stands before the value: `Bearer `. */
  readonly prefix?: string;
}

/**
 * Sends a credential in a header. After a 401 a source that is a function is asked once more, told
 * which value was refused; if it has another one, the request is sent again with it.
 */
export function withCredential(credential: CredentialHeader): FetchDecorator {
  const { source, name, header, prefix = "" } = credential;
  return (next) => async (input, init) => {
    const context = contextOf(init);
    const onRefresh: TokenRequest["onRefresh"] = (refresh) =>
      emit(context, "onTokenRefresh", () =>
        maskValue({ ...eventOf(context), ...refresh }, context.secrets),
      );
    const ask = async (request: TokenRequest): Promise<string> => {
      context.phase = "token";
      const asked = tokenValue(source, name, { ...request, onRefresh });
      const value = await untilAborted(signalOf(input, init), asked);
      context.phase = "headers";
      context.secrets.add(value);
      return value;
    };
    const send = (value: string): Promise<globalThis.Response> => {
      const given = init?.headers ?? (input instanceof Request ? input.headers : undefined);
      const headers = new Headers(given);
      headers.set(header, prefix + value);
      return next(input, withContext({ ...init, headers }, context));
    };
    const rejected = await ask({});
    const response = await send(rejected);
    if (response.status !== 401 || !canBeSentAgain(input, init)) {
      return response;
    }
    const fresh = await ask({ rejected });
    if (fresh === rejected) return response;
    await response.body?.cancel().catch(() => {});
    return send(fresh);
  };
}

/** A stream can be sent only once; `retry`, standing outside, has read it into memory. */
function canBeSentAgain(input: unknown, init: RequestInit | undefined): boolean {
  if (init?.body != null) return !(init.body instanceof ReadableStream);
  return !(input instanceof Request && input.body !== null);
}
