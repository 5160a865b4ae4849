import { createClient, type Fetch } from "@roomkey/http";
import type { Contender } from "../measure/interleave.js";
import { largeTable, operationName } from "./large-document.js";

type Read = (input: { readonly path: { readonly roomId: string } }) => Promise<{ id: string }>;

const room = new TextEncoder().encode(JSON.stringify({ id: "r", owner: { id: "u", name: "Ada" } }));
const init = { status: 200, headers: { "content-type": "application/json" } };
const fetch: Fetch = async () => new Response(room, init);

/** A client of a document of so many operations, which calls them in turn. */
export function growingClient(operations: number): Contender {
  const definition = { provider: "growing", ...largeTable(operations), readProviderError };
  const client = createClient(
    definition as never,
    { accessToken: "a-fake-access-token" },
    { fetch },
  );
  const methods = Array.from(
    { length: operations },
    (_, place) => (client as Readonly<Record<string, Read>>)[operationName(place)] as Read,
  );
  let next = 0;
  return async () => {
    const method = methods[next++ % methods.length] as Read;
    return (await method({ path: { roomId: "r" } })).id.length;
  };
}

function readProviderError() {
  return { code: null, message: null };
}
