import { answerOf, type CallInit } from "../call.js";
import { compose } from "../compose.js";
import type { FetchDecorator } from "../fetch.js";
import { buffered } from "../policies/buffer-body.js";
import { oneAttempt } from "../policies/one-attempt.js";
import { Outgoing } from "../policies/outgoing.js";
import { wholeCall } from "../policies/whole-call.js";
import { pipeline } from "./pipeline.js";

/** Sends a request through the decorators of the user's and the pipeline. */
export function sent(outgoing: Outgoing): Promise<globalThis.Response> {
  const { decorators } = outgoing.options;
  return decorators ? decorated(outgoing, decorators) : pipeline(outgoing);
}

async function decorated(
  outgoing: Outgoing,
  decorators: readonly FetchDecorator[],
): Promise<globalThis.Response> {
  const { call, url, init, options, credentials } = outgoing;
  const response = await compose(...decorators)((input, given) => {
    // What a decorator hands on may have been changed by it.
    const headers = Object.fromEntries(new Headers(given?.headers));
    const changed: CallInit = { ...given, headers };
    return pipeline(new Outgoing(call, String(input), changed, options, credentials));
  })(url, init);
  // So may what it hands back, which has not been read then.
  if (answerOf(response, call)) return response;
  return compose(wholeCall, oneAttempt, buffered)(async () => response)(outgoing);
}
