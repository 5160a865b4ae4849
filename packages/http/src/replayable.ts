/** A request whose body can be sent any number of times: a stream is read into memory first. */
export async function replayable(
  input: string | URL | globalThis.Request,
  init: RequestInit | undefined,
): Promise<readonly [string | URL | globalThis.Request, RequestInit | undefined]> {
  if (init?.body instanceof ReadableStream) {
    return [input, { ...init, body: await new Response(init.body).arrayBuffer() }];
  }
  if (input instanceof Request && input.body !== null && init?.body == null) {
    // The Request keeps everything but its body, which the init replaces.
    return [input.url, { ...partsOf(input), ...init, body: await input.arrayBuffer() }];
  }
  return [input, init];
}

function partsOf(request: globalThis.Request): RequestInit {
  const { method, headers, signal, redirect, credentials, cache, integrity, keepalive } = request;
  return { method, headers, signal, redirect, credentials, cache, integrity, keepalive };
}
