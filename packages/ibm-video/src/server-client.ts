import {
  type Client,
  type ClientOptions,
  createClient,
  refuseInBrowser,
  type TokenSource,
} from "@roomkey/http";
import type { operations as Operations } from "./generated/openapi.generated.js";
import { serverOperations } from "./generated/operations.generated.js";
import { readProviderError } from "./provider-error.js";

/** Options of `createIbmVideoServerClient`. */
export interface IbmVideoServerClientOptions extends ClientOptions {
  /** Client secret of the OAuth application, bare. A server secret: it must not reach a browser. */
  readonly clientSecret: TokenSource;
}

/** A method for each operation that needs the client secret. */
export type IbmVideoServerClient = Client<Pick<Operations, keyof typeof serverOperations>>;

/**
 * A typed client for what only a server may do on IBM Video Streaming: getting access tokens.
 *
 * @see https://developers.video.ibm.com/channel-api-authentication/client-credentials-flow
 * @throws ConfigurationError in a browser, and when `baseUrl` cannot be used.
 */
export function createIbmVideoServerClient(
  options: IbmVideoServerClientOptions,
): IbmVideoServerClient {
  refuseInBrowser("clientSecret");
  const { clientSecret, ...rest } = options;
  const definition = {
    provider: "ibm-video",
    operations: serverOperations,
    readProviderError,
  };
  return createClient(definition, { clientSecret }, rest);
}
