import { eventOf } from "./call.js";
import type { Credential } from "./credential.js";
import { emit } from "./emit.js";
import { maskError } from "./mask-error.js";
import type { Policy } from "./policy.js";
import { type TokenRequest, tokenValue } from "./token-source.js";

/**
 * Sends a credential in a header. After a 401 a source that is a function is asked once more, told
 * which value was refused; if it has another one, the request is sent again with it.
 */
export function withCredential({ source, name, header, prefix = "" }: Credential): Policy {
  return (next) => async (outgoing) => {
    const { call } = outgoing;
    const onRefresh: TokenRequest["onRefresh"] = ({ error, ...refresh }) =>
      emit(call, "onTokenRefresh", () => ({
        ...eventOf(call),
        ...refresh,
        ...(error !== undefined && { error: maskError(error, call.secrets) }),
      }));
    const ask = async (request: TokenRequest): Promise<string> => {
      call.phase = "token";
      const asks = typeof source === "function";
      const given = asks ? await outgoing.wait(() => source({ ...request, onRefresh })) : source;
      const value = tokenValue(given, name, call);
      call.phase = "headers";
      call.secrets.add(value);
      const headers = { ...outgoing.init.headers, [header]: prefix + value };
      outgoing.init = { ...outgoing.init, headers };
      return value;
    };
    const rejected = await ask({});
    const response = await next(outgoing);
    if (response.status !== 401 || (await ask({ rejected })) === rejected) return response;
    await response.body?.cancel().catch(() => {});
    return next(outgoing);
  };
}
