import { type Client, type ClientOptions, createClient, type TokenSource } from "@roomkey/http";
import type { operations as Operations } from "./generated/openapi.generated.js";
import { operations } from "./generated/operations.generated.js";
import { readProviderError } from "./provider-error.js";

/** Options of `createIbmVideoClient`. */
export interface IbmVideoClientOptions extends ClientOptions {
  /** IBM OAuth access token of the viewer or of the account, without "Bearer". */
  readonly accessToken: TokenSource;
}

/** A method for each operation that needs no client secret. */
export type IbmVideoClient = Client<Pick<Operations, keyof typeof operations>>;

/**
 * A typed client for the IBM Video Streaming chat API.
 *
 * @see https://developers.video.ibm.com/channel-api-chat-2-0/initialization
 * @throws ConfigurationError when `baseUrl` cannot be used; a missing access token is reported by
 * the first call, before anything is sent.
 */
export function createIbmVideoClient(options: IbmVideoClientOptions): IbmVideoClient {
  const { accessToken, ...rest } = options;
  const definition = { provider: "ibm-video", operations, readProviderError };
  return createClient(definition, { accessToken }, rest);
}
