import { CALL, type CallInit, callOf } from "../call.js";
import type { CallOptions } from "../client-options.js";
import type { FetchDecorator } from "../fetch.js";
import { follow } from "./follow.js";
import { Outgoing } from "./outgoing.js";
import type { Policy } from "./policy.js";

/**
 * Makes a decorator of fetches out of a policy: a `Request` becomes an address and an init, and a
 * stream is read into memory, so that it can be sent again.
 *
 * @param options what the policy goes by
 */
export function standalone(policy: Policy, options?: CallOptions): FetchDecorator {
  return (next) => {
    const send = policy(async ({ url, init }) => next(url, { ...init }));
    return async (input, given = {}) => {
      const call = callOf(given);
      const request = input instanceof Request ? new Request(input, given) : undefined;
      const headers = Object.fromEntries(new Headers((request ?? given).headers));
      const init = { ...given, headers, [CALL]: call } as CallInit;
      if (request) {
        const { method, signal, redirect, credentials } = request;
        const body = request.body && (await request.arrayBuffer());
        Object.assign(init, { method, signal, redirect, credentials, body });
      } else if (given.body instanceof ReadableStream) {
        init.body = await new Response(given.body).arrayBuffer();
      }
      const outgoing = new Outgoing(call, request?.url ?? String(input), init, options);
      const unfollow = follow(outgoing);
      return send(outgoing).finally(unfollow);
    };
  };
}
