// Do not edit: generated from specs/ibm-video-chat/openapi.yaml by `npm run generate`.

export interface paths {
  "/channels/{channelId}/chat.json": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Initialize the chat of a channel
     *
     * Answers with everything a Stream client needs to enter the chat of the channel: where to
     * connect, which Stream channel to watch, who the caller is there, and the chat token that
     * proves it. The user is the one the access token belongs to, or a randomly made one when the
     * access token names nobody; `has_verified_user` tells which.
     */
    get: operations["initializeChat"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/channels/{channelId}/chat/groups.json": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Open a group chat or a direct chat
     *
     * Opens a chat between the caller and the participants named in the form, and answers with the
     * Stream channel to watch. The caller is known by the chat token and is not listed among the
     * participants. The answer is 200, not 201.
     */
    post: operations["initializeGroupChat"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/oauth2/token": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Get or renew an access token
     *
     * Gives an access token to a server that owns an API client (grant `client_credentials`), or
     * renews one (grant `refresh_token`). The client secret in the header belongs on a server only.
     * The `authorization_code` grant, which needs a browser redirect, is left out of this document.
     */
    post: operations["createAccessToken"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface components {
  schemas: {
    /** Form that asks for an access token. */
    AccessTokenForm: {
      /**
       * What the access token is given for.
       *
       * @example client_credentials
       */
      grant_type: "client_credentials" | "refresh_token";
      /**
       * Id of the API client, 40 hexadecimal characters.
       *
       * @example 0000000000000000000000000000000000c11e47
       */
      client_id: string;
      /**
       * Refresh token of an earlier answer. Needed with the grant `refresh_token`, and only there.
       *
       * @example 00000000000000000000000000000000004ef4e5
       */
      refresh_token?: string;
      /**
       * Name of the device or application, shown to the owner of the account. Only with
       * `client_credentials`.
       *
       * @example Roomkey example
       */
      device_name?: string;
      /**
       * Scopes, separated by spaces. None of the documented ones concerns chat. Only with
       * `client_credentials`.
       *
       * @example broadcaster
       */
      scope?: string;
    };
    /**
     * Body of an error of the Channel API. The vendor documents error values, but shows no body
     * that carries them.
     */
    ChannelApiError: {
      /**
       * Error value. Others than the documented ones may come; none comes with a 503.
       *
       * @example bad_request
       */
      error?:
        | "bad_request"
        | "invalid_token"
        | "invalid_request"
        | "lack_of_ownership"
        | "not_found"
        | "too_many_requests"
        | "server_error"
        | (string & {});
    };
    /** The chat of a channel as seen by one user. */
    Chat: {
      stream_data: components["schemas"]["StreamData"];
      user: components["schemas"]["ChatUser"];
    };
    /** Answer of chat initialization. */
    ChatInitialization: {
      chat: components["schemas"]["Chat"];
    };
    /** Who the caller is in the chat. */
    ChatUser: {
      /**
       * Display name taken from the access token; null when it names nobody.
       *
       * @example Ada Example
       */
      default_name: string | null;
      /**
       * Id of the user at Stream.
       *
       * @example 00000000000000000000000000000ada
       */
      id: string;
      /**
       * True when the user is known by the access token, false when it was made at random.
       *
       * @example true
       */
      has_verified_user: boolean;
      /**
       * Chat token: the secret that proves the user to Stream. In the vendor's example it is a
       * three-part JWT. Stream's client wants a claim `user_id` equal to `id` in it.
       *
       * @example eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VyX2lkIjoiYWRhIn0.c2lnbmF0dXJl
       */
      token: string;
    };
    /** The Stream channel of a group chat. */
    GroupChat: {
      /**
       * Id of the Stream channel.
       *
       * @example private_1234
       */
      channel_id: string;
      /**
       * Type of the Stream channel.
       *
       * @example groupchat
       */
      channel_type: string;
      /**
       * Team, in Stream's sense, that the channel belongs to.
       *
       * @example team_12345678
       */
      team: string;
    };
    /** Form that opens a group chat. */
    GroupChatForm: {
      /**
       * Ids of the other participants. The parameter table of the vendor calls the field
       * `participant_ids`; on the wire the key carries the brackets and stands once per
       * participant.
       *
       * @example [
       *   "abcdef12345",
       *   "abcdef12346"
       * ]
       */
      "participant_ids[]": readonly string[];
      /**
       * Chat token of the caller, the `chat.user.token` of chat initialization.
       *
       * @example eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VyX2lkIjoiYWRhIn0.c2lnbmF0dXJl
       */
      chat_token: string;
      /**
       * Name of the group chat.
       *
       * @example Our chat
       */
      name?: string;
    };
    /** Answer to opening a group chat. */
    GroupChatInitialization: {
      group: components["schemas"]["GroupChat"];
    };
    /** An access token and what belongs to it. */
    IssuedAccessToken: {
      /**
       * The access token, 40 hexadecimal characters in the vendor's examples.
       *
       * @example 0000000000000000000000000000000000acce55
       */
      access_token: string;
      /**
       * Buys the next access token. Lives 30 days unless the owner of the account revokes it.
       *
       * @example 00000000000000000000000000000000004ef4e5
       */
      refresh_token?: string;
      /**
       * Kind of the access token. The vendor's examples say `bearer`.
       *
       * @example bearer
       */
      token_type: "bearer" | (string & {});
      /**
       * Seconds until the access token expires, 86400 in the vendor's examples.
       *
       * Format: int32
       *
       * @example 86400
       */
      expires_in: number;
      /**
       * JWT that says who the user is. Only there when the scope `openid` was asked for.
       *
       * @example eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl
       */
      id_token?: string;
    };
    /** Body of an error of the OAuth token endpoint. It has one member and no text for people. */
    OAuthError: {
      /**
       * Error value.
       *
       * @example invalid_client
       */
      error:
        | "invalid_client"
        | "invalid_grant"
        | "invalid_request"
        | "unsupported_grant_type"
        | "server_error"
        | (string & {});
    };
    /** Where the chat is, in the terms of Stream. */
    StreamData: {
      /**
       * Base URL of the Stream service. The vendor's example has neither a path nor a slash at the
       * end.
       *
       * Format: uri
       *
       * @example https://chat-proxy.example.com
       */
      api_base_url: string;
      /**
       * Public API key of the Stream app. Not a secret.
       *
       * @example abc123
       */
      api_key: string;
      /**
       * Id of the Stream channel.
       *
       * @example channel_12345678
       */
      channel_id: string;
      /**
       * Type of the Stream channel.
       *
       * @example chatroom
       */
      channel_type: string;
      /**
       * Team, in Stream's sense, that the channel belongs to.
       *
       * @example team_12345678
       */
      team: string;
    };
  };
  responses: {
    /** An access token, valid for `expires_in` seconds from now. */
    AccessTokenCreated: {
      headers: {
        "Cache-Control": components["headers"]["CacheControl"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["IssuedAccessToken"];
      };
    };
    /** The request for an access token was refused. */
    AccessTokenRefused: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["OAuthError"];
      };
    };
    /** The endpoint cannot answer now; try again later. */
    AccessTokenServiceUnavailable: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["OAuthError"];
      };
    };
    /** A supplied value is not valid. */
    BadRequest: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ChannelApiError"];
      };
    };
    /** The chat is ready; connect with what is inside `chat`. */
    ChatInitialized: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ChatInitialization"];
      };
    };
    /** The caller may not manage this channel. */
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ChannelApiError"];
      };
    };
    /** The group chat is open; watch the Stream channel inside `group`. */
    GroupChatInitialized: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["GroupChatInitialization"];
      };
    };
    /** There is no such channel. */
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ChannelApiError"];
      };
    };
    /** The account does not have the streamchat benefit. */
    PaymentRequired: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ChannelApiError"];
      };
    };
    /** A temporary fault of the server; try again later. No error value is documented. */
    ServiceUnavailable: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ChannelApiError"];
      };
    };
    /**
     * Too many calls; wait until the time in X-RateLimit-Reset. No chat page lists this answer,
     * other pages of the same API do.
     */
    TooManyRequests: {
      headers: {
        "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
        "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
        "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ChannelApiError"];
      };
    };
    /** The access token is absent, revoked, expired or malformed. */
    Unauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ChannelApiError"];
      };
    };
    /** The grant is not one that the endpoint knows. */
    UnsupportedGrantType: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["OAuthError"];
      };
    };
  };
  parameters: {
    /**
     * Id of the channel whose chat is meant. The vendor's examples are all numeric.
     *
     * @example 12345678
     */
    channelId: string;
  };
  headers: {
    /**
     * Always `no-store`, so that no cache keeps the access token.
     *
     * @example no-store
     */
    CacheControl: string;
    /**
     * Calls allowed in the period.
     *
     * @example 60
     */
    RateLimitLimit: number;
    /**
     * Calls left in the period.
     *
     * @example 0
     */
    RateLimitRemaining: number;
    /**
     * When the period ends, in seconds since 1970 (Unix time).
     *
     * @example 4102358400
     */
    RateLimitReset: number;
  };
}
export interface operations {
  /**
   * Initialize the chat of a channel
   *
   * Answers with everything a Stream client needs to enter the chat of the channel: where to
   * connect, which Stream channel to watch, who the caller is there, and the chat token that proves
   * it. The user is the one the access token belongs to, or a randomly made one when the access
   * token names nobody; `has_verified_user` tells which.
   *
   * @see https://developers.video.ibm.com/channel-api-chat-2-0/initialization
   */
  initializeChat: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * Id of the channel whose chat is meant. The vendor's examples are all numeric.
         *
         * @example 12345678
         */
        channelId: components["parameters"]["channelId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components["responses"]["ChatInitialized"];
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      402: components["responses"]["PaymentRequired"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  /**
   * Open a group chat or a direct chat
   *
   * Opens a chat between the caller and the participants named in the form, and answers with the
   * Stream channel to watch. The caller is known by the chat token and is not listed among the
   * participants. The answer is 200, not 201.
   *
   * @see https://developers.video.ibm.com/channel-api-chat-2-0/initialization
   */
  initializeGroupChat: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * Id of the channel whose chat is meant. The vendor's examples are all numeric.
         *
         * @example 12345678
         */
        channelId: components["parameters"]["channelId"];
      };
      cookie?: never;
    };
    /**
     * A form. The vendor's example repeats the key `participant_ids[]`, brackets included, once per
     * participant.
     */
    requestBody: {
      content: {
        "application/x-www-form-urlencoded": components["schemas"]["GroupChatForm"];
      };
    };
    responses: {
      200: components["responses"]["GroupChatInitialized"];
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      402: components["responses"]["PaymentRequired"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  /**
   * Get or renew an access token
   *
   * Gives an access token to a server that owns an API client (grant `client_credentials`), or
   * renews one (grant `refresh_token`). The client secret in the header belongs on a server only.
   * The `authorization_code` grant, which needs a browser redirect, is left out of this document.
   *
   * @see https://developers.video.ibm.com/api-basics-authentication
   */
  createAccessToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A form with the grant and what belongs to it. */
    requestBody: {
      content: {
        "application/x-www-form-urlencoded": components["schemas"]["AccessTokenForm"];
      };
    };
    responses: {
      200: components["responses"]["AccessTokenCreated"];
      400: components["responses"]["AccessTokenRefused"];
      501: components["responses"]["UnsupportedGrantType"];
      503: components["responses"]["AccessTokenServiceUnavailable"];
    };
  };
}
