import { type Client, type ClientOptions, createClient, type TokenSource } from "@roomkey/http";
import type { operations as Operations } from "./generated/openapi.generated.js";
import { operations } from "./generated/operations.generated.js";
import { readProviderError } from "./provider-error.js";

/** Options of `createBlendVisionClient`. */
export interface BlendVisionClientOptions extends ClientOptions {
  /**
   * Chatroom token, of a viewer or of an admin, without "Bearer". It says which chatroom is meant.
   * Only `refreshChatroomToken` goes without.
   */
  readonly chatroomToken?: TokenSource;
}

/** A method for each operation that needs no server secret. */
export type BlendVisionClient = Client<Pick<Operations, keyof typeof operations>>;

/**
 * A typed client for the BlendVision One Chatroom API, as a viewer or an admin of one chatroom.
 *
 * @see https://developers.blendvision.com/docs/livestreaming/chatroom/create-chatroom
 * @throws ConfigurationError when `baseUrl` cannot be used; a missing chatroom token is reported by
 * the first call that needs it, before anything is sent.
 */
export function createBlendVisionClient(options: BlendVisionClientOptions): BlendVisionClient {
  const { chatroomToken, ...rest } = options;
  const definition = { provider: "blendvision", operations, readProviderError };
  return createClient(definition, { chatroomToken }, rest);
}
