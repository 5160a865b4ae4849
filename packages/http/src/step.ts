import { type CallInit, contextOf, withContext } from "./call-context.js";
import type { FetchDecorator } from "./fetch.js";

/**
 * A fetch inside of a call: it takes an address and an init, in which the context travels, and a
 * body that can be sent any number of times.
 */
export type Step = (url: string, init: CallInit) => Promise<globalThis.Response>;

/** One concern around a step. */
export type StepDecorator = (next: Step) => Step;

/**
 * Makes a decorator of fetches out of one of steps: a `Request` becomes an address and an init, and
 * a stream is read into memory, so that it can be sent again.
 */
export function standalone(decorate: StepDecorator): FetchDecorator {
  return (next) => {
    const step = decorate(next);
    // Nothing is waited for where nothing has to be read.
    return async (input, init = {}) => {
      const parts = withContext(init, contextOf(init));
      if (init.body instanceof ReadableStream) {
        parts.body = await new Response(init.body).arrayBuffer();
      }
      const request = input instanceof Request ? new Request(input, parts) : undefined;
      parts.headers = Object.fromEntries(new Headers((request ?? init).headers));
      if (!request) return step(String(input), parts);
      const { url, method, signal, redirect, credentials } = request;
      const body = request.body && (await request.arrayBuffer());
      return step(url, { ...parts, method, signal, redirect, credentials, body });
    };
  };
}

/** The method of a request, in capitals. */
export function methodOf({ method = "GET" }: RequestInit): string {
  return method.toUpperCase();
}
