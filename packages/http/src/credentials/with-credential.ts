import { type Call, eventOf } from "../call.js";
import type { Credential } from "../credential.js";
import { maskError } from "../masking/mask-error.js";
import { emit } from "../policies/emit.js";
import type { Outgoing } from "../policies/outgoing.js";
import type { Policy } from "../policies/policy.js";
import { type TokenRefresh, type TokenRequest, tokenValue } from "./token-source.js";

/**
 * Sends a credential in a header. After a 401 a source that is a function is asked once more, told
 * which value was refused; if it has another one, the request is sent again with it.
 */
export function withCredential(credential: Credential): Policy {
  return (next) => async (outgoing) => {
    const rejected = await takeAlong(outgoing, credential, {});
    const response = await next(outgoing);
    if (response.status !== 401) return response;
    if ((await takeAlong(outgoing, credential, { rejected })) === rejected) return response;
    await response.body?.cancel().catch(() => {});
    return next(outgoing);
  };
}

/** Puts the credential into its header; gives its value. */
async function takeAlong(
  outgoing: Outgoing,
  { source, name, header, prefix = "" }: Credential,
  request: TokenRequest,
): Promise<string> {
  const { call, init } = outgoing;
  call.phase = "token";
  const onRefresh = (refresh: TokenRefresh): void => tellRefresh(call, refresh);
  const isAsked = typeof source === "function";
  const given = isAsked ? await outgoing.wait(() => source({ ...request, onRefresh })) : source;
  const value = tokenValue(given, name, call);
  call.phase = "headers";
  call.secrets.add(value);
  init.headers = { ...init.headers, [header]: prefix + value };
  return value;
}

function tellRefresh(call: Call, { error, ...refresh }: TokenRefresh): void {
  emit(call, "onTokenRefresh", () => ({
    ...eventOf(call),
    ...refresh,
    ...(error !== undefined && { error: maskError(error, call.secrets) }),
  }));
}
