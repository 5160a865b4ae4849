import { endingOf, untilAborted } from "./abort.js";
import { contextOf, eventOf } from "./call-context.js";
import { emit } from "./emit.js";
import { maskError } from "./mask-error.js";
import type { StepDecorator } from "./step.js";
import { type TokenRequest, type TokenSource, tokenValue } from "./token-source.js";

/** How one credential travels. */
export interface CredentialHeader {
  readonly source: TokenSource | undefined;
  /** What an error calls the option. */
  readonly name: string;
  readonly header: string;
  /** Stands before the value: `Bearer `. */
  readonly prefix?: string | undefined;
}

/**
 * Sends a credential in a header. After a 401 a source that is a function is asked once more, told
 * which value was refused; if it has another one, the request is sent again with it.
 */
export function withCredential(credential: CredentialHeader): StepDecorator {
  const { source, name, header, prefix = "" } = credential;
  return (next) => async (url, init) => {
    const call = contextOf(init);
    const onRefresh: TokenRequest["onRefresh"] = ({ error, ...refresh }) =>
      emit(call, "onTokenRefresh", () => ({
        ...eventOf(call),
        ...refresh,
        ...(error !== undefined && { error: maskError(error, call.secrets) }),
      }));
    const ask = async (request: TokenRequest): Promise<string> => {
      call.phase = "token";
      const asked = typeof source === "function" ? source({ ...request, onRefresh }) : source;
      const isPromise = asked instanceof Object && "then" in asked;
      const given = isPromise
        ? await untilAborted(endingOf(call, init), Promise.resolve(asked))
        : asked;
      const value = tokenValue(given, name);
      call.phase = "headers";
      call.secrets.add(value);
      return value;
    };
    const send = (value: string): Promise<globalThis.Response> =>
      next(url, { ...init, headers: { ...init.headers, [header]: prefix + value } });
    const rejected = await ask({});
    const response = await send(rejected);
    if (response.status !== 401) return response;
    const fresh = await ask({ rejected });
    if (fresh === rejected) return response;
    await response.body?.cancel().catch(() => {});
    return send(fresh);
  };
}
