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

/** Options of `createBlendVisionServerClient`. */
export interface BlendVisionServerClientOptions extends ClientOptions {
  /** API token of the organization, without "Bearer". A server secret. */
  readonly apiToken: TokenSource;
  /** Id of the organization that the API token acts for, sent as `x-bv-org-id`. */
  readonly organizationId: TokenSource;
}

/** A method for each operation that needs the organization's API token. */
export type BlendVisionServerClient = Client<Pick<Operations, keyof typeof serverOperations>>;

/**
 * A typed client for what only a server may do on BlendVision One: creating chatrooms and issuing
 * chatroom tokens.
 *
 * @see https://developers.blendvision.com/docs/livestreaming/chatroom/create-chatroom
 * @throws ConfigurationError in a browser, and when `baseUrl` cannot be used.
 */
export function createBlendVisionServerClient(
  options: BlendVisionServerClientOptions,
): BlendVisionServerClient {
  refuseInBrowser("apiToken");
  const { apiToken, organizationId, ...rest } = options;
  const definition = {
    provider: "blendvision",
    operations: serverOperations,
    readProviderError,
  };
  return createClient(definition, { apiToken, organizationId }, rest);
}
