// Do not edit: generated from specs/blendvision-chatroom/openapi.yaml by `npm run generate`.

export interface paths {
  "/bv/chatroom/v1/chatrooms": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the state of a chatroom
     *
     * Answers with the chatroom that the chatroom token opens: whether it is muted, who is blocked,
     * what is pinned, the running poll, the viewer count and the counters.
     */
    get: operations["getChatroom"];
    put?: never;
    /**
     * Create a chatroom
     *
     * Makes a chatroom in the organization and answers with it. For servers only: the API token
     * must never reach a browser. The answer is 200, not 201.
     */
    post: operations["createChatroom"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/bv/chatroom/v1/chatrooms/config": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read how to connect to a chatroom
     *
     * Answers with the MQTT connection of the chatroom that the chatroom token opens: where, with
     * which credentials and on which topics, and with who the bearer of the chatroom token is.
     */
    get: operations["getChatroomConfig"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/bv/chatroom/v1/chatrooms/tokens:refresh": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Renew a chatroom token
     *
     * Gives a new chatroom token for a refresh token. It takes no credential in a header: the
     * refresh token in the body is what the server checks.
     */
    post: operations["refreshChatroomToken"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/bv/chatroom/v1/chatrooms/{id}/tokens": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Create a chatroom token
     *
     * Makes a chatroom token for one user of the chatroom, as a viewer or as an admin. For servers
     * only: the API token must never reach a browser, the chatroom token is what a browser gets.
     */
    post: operations["createChatroomToken"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface components {
  schemas: {
    /** The user who did something, such as blocking another or pinning a message. */
    ActionTaker: {
      /**
       * Id of the user.
       *
       * @example grace
       */
      id?: string;
      /**
       * Id of the device of the user.
       *
       * @example device-grace-1
       */
      device_id?: string;
      /**
       * Display name of the user.
       *
       * @example Grace
       */
      custom_name: string;
      /**
       * Whether the user is an admin.
       *
       * @example true
       */
      is_admin?: boolean;
      /**
       * Whether the user is a guest. Only newer versions of the reference have it.
       *
       * @example false
       */
      is_guest?: boolean;
      /**
       * Whether the user is blocked.
       *
       * @example false
       */
      blocked?: boolean;
    };
    /** Body of every error, in the shape of google.rpc.Status. No member is marked as required. */
    ApiError: {
      /**
       * gRPC status code. It is not the HTTP status.
       *
       * Format: int32
       *
       * @example 3
       */
      code?: number;
      /**
       * What went wrong, for developers.
       *
       * @example role has a value that is not allowed
       */
      message?: string;
      /** More about the error, in objects of different types. */
      details?: components["schemas"]["ErrorDetail"][];
    };
    /** A user who is blocked in the chatroom. */
    BlockedUser: {
      /**
       * Id of the blocked user.
       *
       * @example mallory
       */
      id: string;
      /**
       * Id of the device of the blocked user.
       *
       * @example device-mallory-1
       */
      device_id: string;
      /**
       * Display name of the blocked user.
       *
       * @example Mallory
       */
      custom_name: string;
      /**
       * Whether the block is in force.
       *
       * @example true
       */
      blocked?: boolean;
      action_taker: components["schemas"]["ActionTaker"];
    };
    /** State of a chatroom. The server fills every member; the reference marks none as required. */
    Chatroom: {
      /**
       * Id of the chatroom, a UUID in the vendor's words.
       *
       * @example 00000000-0000-4000-8000-0000000c4a70
       */
      id: string;
      /**
       * Whether messaging is switched off for the audience.
       *
       * @example false
       */
      muted?: boolean;
      /**
       * Whether the chatroom is in use.
       *
       * @example CHAT_STATUS_ACTIVE
       */
      status?:
        | "CHAT_STATUS_UNSPECIFIED"
        | "CHAT_STATUS_ACTIVE"
        | "CHAT_STATUS_INACTIVE"
        | (string & {});
      /** Users whose messages the others do not see. */
      blocked_users?: components["schemas"]["BlockedUser"][];
      /** Messages kept in view. */
      pinned_messages?: components["schemas"]["PinnedMessage"][];
      /** The running poll, null when there is none. */
      active_poll?: components["schemas"]["Poll"] | null;
      viewer_info?: components["schemas"]["ViewerInfo"];
      /** Counters that the room was made with. */
      custom_counters?: components["schemas"]["CustomCounter"][];
      /**
       * When the chatroom was made.
       *
       * Format: date-time
       *
       * @example 2026-01-01T00:00:00Z
       */
      created_at?: string;
      /**
       * When the chatroom last changed.
       *
       * Format: date-time
       *
       * @example 2026-01-01T00:00:00Z
       */
      updated_at?: string | null;
    };
    /** How to connect to a chatroom, and as whom. */
    ChatroomConfig: {
      connection: components["schemas"]["MqttConnection"];
      topic: components["schemas"]["MqttTopics"];
      user: components["schemas"]["ChatroomUser"];
      token?: components["schemas"]["ChatroomTokenInfo"];
    };
    /** A chatroom, wrapped. */
    ChatroomEnvelope: {
      chatroom: components["schemas"]["Chatroom"];
    };
    /** About the chatroom token of the call. Only newer versions of the reference have it. */
    ChatroomTokenInfo: {
      /**
       * When the chatroom token expires.
       *
       * Format: date-time
       *
       * @example 2099-12-31T00:00:00Z
       */
      expired_at?: string;
    };
    /** Who the bearer of the chatroom token is. */
    ChatroomUser: {
      /**
       * Whether the user is an admin.
       *
       * @example false
       */
      is_admin?: boolean;
      /**
       * Whether the user is a guest. Only newer versions of the reference have it.
       *
       * @example false
       */
      is_guest?: boolean;
      /**
       * Id of the user, the subject of the chatroom token.
       *
       * @example ada
       */
      customer_id: string;
      /**
       * Id of the device of the user.
       *
       * @example device-ada-1
       */
      device_id?: string;
      /**
       * Display name of the user.
       *
       * @example Ada
       */
      custom_name?: string;
    };
    /** What a new chatroom shall have. */
    CreateChatroomRequest: {
      /** Counters of the chatroom. No limit is documented. */
      custom_counters?: readonly components["schemas"]["CustomCounterDefinition"][];
    };
    /** Who a chatroom token is for. */
    CreateChatroomTokenRequest: {
      /**
       * What the bearer may do. Moderating takes ROLE_ADMIN.
       *
       * @default ROLE_VIEWER
       * @example ROLE_VIEWER
       */
      role?: "ROLE_VIEWER" | "ROLE_ADMIN";
      /**
       * Id of the device of the user. The server makes a UUID when it is left out.
       *
       * @example device-ada-1
       */
      device_id?: string;
      /**
       * Id of the user. The server makes the UUID of a guest when it is left out.
       *
       * @example ada
       */
      subject?: string;
      /**
       * Display name of the user. "Admin" or "Guest", by role, when it is left out.
       *
       * @example Ada
       */
      name?: string;
      /**
       * When the chatroom token shall expire, instead of after the usual time.
       *
       * Format: date-time
       *
       * @example 2099-12-31T00:00:00Z
       */
      expired_at?: string;
    };
    /** A counter of the chatroom, such as likes. */
    CustomCounter: {
      /**
       * Name of the counter.
       *
       * @example like
       */
      key?: string;
      /**
       * Present value of the counter.
       *
       * Format: int32
       *
       * @example 12
       */
      value?: number;
      /**
       * Version of this object; a higher one is newer.
       *
       * @example 3
       */
      version_number?: string;
      /**
       * When the counter last changed, null when it never did.
       *
       * Format: date-time
       *
       * @example 2026-01-01T00:00:00Z
       */
      updated_at?: string | null;
      /**
       * Whether the counter is switched off.
       *
       * @example false
       */
      disabled?: boolean;
    };
    /** A counter to make. */
    CustomCounterDefinition: {
      /**
       * Name of the counter. It cannot be changed later.
       *
       * @example like
       */
      key: string;
    };
    /**
     * One detail, in the shape of google.protobuf.Any. Which members it has depends on its type.
     */
    ErrorDetail: {
      /**
       * Name of the type of this detail.
       *
       * @example type.googleapis.com/google.rpc.BadRequest
       */
      "@type"?: string;
    } & {
      [key: string]: unknown;
    };
    /** A chatroom token, and the refresh token that renews it. */
    IssuedChatroomToken: {
      /**
       * The chatroom token. It looks like a JWT.
       *
       * @example eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl
       */
      token: string;
      /**
       * Seconds until the chatroom token expires. 604800, seven days, in the vendor's example.
       *
       * Format: int32
       *
       * @example 604800
       */
      expires_in: number;
      /**
       * Renews the chatroom token. The reference has it, the guide's example does not.
       *
       * @example roomkey-example-refresh-token-viewer
       */
      refresh_token?: string;
      /**
       * Seconds until the refresh token expires.
       *
       * Format: int32
       *
       * @example 2592000
       */
      refresh_expires_in?: number;
    };
    /** The user who wrote a message. */
    MessageSender: {
      /**
       * Id of the user.
       *
       * @example ada
       */
      id: string;
      /**
       * Id of the device of the user.
       *
       * @example device-ada-1
       */
      device_id: string;
      /**
       * Display name of the user.
       *
       * @example Ada
       */
      custom_name: string;
    };
    /** Where and with which credentials to open the MQTT connection. */
    MqttConnection: {
      /**
       * Host name of the MQTT broker.
       *
       * @example mqtt.example.com
       */
      endpoint: string;
      /**
       * Name of the authorizer that the broker shall ask.
       *
       * @example roomkey-example-authorizer
       */
      authorizer: string;
      /**
       * Connection credential, checked by the authorizer. It looks like a JWT.
       *
       * @example eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl
       */
      token: string;
      /**
       * Signature of the connection credential, checked by the broker.
       *
       * @example c2lnbmF0dXJl
       */
      signature: string;
      /**
       * MQTT client id to connect with.
       *
       * @example roomkey-example-client-ada
       */
      client_id: string;
    };
    /** MQTT topics of the chatroom. */
    MqttTopics: {
      /**
       * Topic to publish on.
       *
       * @example roomkey-example/chatrooms/00000000-0000-4000-8000-0000000c4a70/in
       */
      pub: string;
      /**
       * Topic to subscribe to.
       *
       * @example roomkey-example/chatrooms/00000000-0000-4000-8000-0000000c4a70/out
       */
      sub: string;
    };
    /** Question and options of a poll, whether one option may be chosen or several. */
    MultiChoice: {
      /**
       * The question.
       *
       * @example Which talk next?
       */
      question?: string;
      /** The options. */
      options?: components["schemas"]["PollOption"][];
    };
    /** A message kept in view, and who pinned it. */
    PinnedMessage: {
      message: components["schemas"]["PinnedMessageContent"];
      action_taker: components["schemas"]["ActionTaker"];
    };
    /** The pinned message itself. */
    PinnedMessageContent: {
      /**
       * Id of the message.
       *
       * @example 00000000-0000-4000-8000-00000000a551
       */
      id: string;
      /**
       * Text of the message.
       *
       * @example Welcome, everyone!
       */
      text: string;
      sender: components["schemas"]["MessageSender"];
    };
    /** A poll. */
    Poll: {
      /**
       * Id of the poll.
       *
       * @example 00000000-0000-4000-8000-000000000901
       */
      id?: string;
      /**
       * Whether one option may be chosen or several.
       *
       * @example POLL_TYPE_SINGLE_CHOICE
       */
      type?:
        | "POLL_TYPE_UNSPECIFIED"
        | "POLL_TYPE_SINGLE_CHOICE"
        | "POLL_TYPE_MULTI_CHOICE"
        | (string & {});
      /**
       * Where the poll is in its life.
       *
       * @example POLL_STATUS_ACTIVE
       */
      status?:
        | "POLL_STATUS_UNSPECIFIED"
        | "POLL_STATUS_QUEUED"
        | "POLL_STATUS_ACTIVE"
        | "POLL_STATUS_CLOSED"
        | "POLL_STATUS_ARCHIVED"
        | (string & {});
      /**
       * Votes cast so far.
       *
       * Format: int32
       *
       * @example 3
       */
      votes_count?: number;
      multi_choice?: components["schemas"]["MultiChoice"];
      /**
       * When voting began.
       *
       * Format: date-time
       *
       * @example 2026-01-01T00:05:00Z
       */
      started_at?: string | null;
      /**
       * When voting ended, null while it runs.
       *
       * Format: date-time
       *
       * @example 2026-01-01T00:10:00Z
       */
      ended_at?: string | null;
    };
    /** One option of a poll. */
    PollOption: {
      /**
       * Id of the option.
       *
       * @example 00000000-0000-4000-8000-000000000911
       */
      id?: string;
      /**
       * Text of the option.
       *
       * @example Looms
       */
      text?: string;
      /**
       * Whether this option is highlighted as the right one when the poll closes.
       *
       * @example false
       */
      corrected?: boolean;
      /**
       * Votes for this option.
       *
       * Format: int32
       *
       * @example 2
       */
      votes_count?: number;
    };
    /** Asks for a new chatroom token. */
    RefreshChatroomTokenRequest: {
      /**
       * The refresh token that came with the first chatroom token.
       *
       * @example roomkey-example-refresh-token-viewer
       */
      refresh_token: string;
    };
    /** A renewed chatroom token. */
    RefreshedChatroomToken: {
      /**
       * The new chatroom token. It looks like a JWT.
       *
       * @example eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl
       */
      token: string;
      /**
       * Seconds until the new chatroom token expires.
       *
       * Format: int32
       *
       * @example 604800
       */
      expires_in: number;
    };
    /** How many are watching, and whether the chat shows it. */
    ViewerInfo: {
      /**
       * Whether the chat shows the viewer count.
       *
       * @example true
       */
      enabled?: boolean;
      /**
       * Number of viewers.
       *
       * Format: int32
       *
       * @example 42
       */
      count?: number;
      /**
       * Version of this object; a higher one is newer.
       *
       * @example 7
       */
      version_number?: string;
      /**
       * When the count last changed.
       *
       * Format: date-time
       *
       * @example 2026-01-01T00:00:00Z
       */
      updated_at?: string | null;
    };
  };
  responses: {
    /** The request is not valid. The body carries code 3. */
    BadRequest: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ApiError"];
      };
    };
    /** How to connect, and as whom. */
    ChatroomConfigRead: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ChatroomConfig"];
      };
    };
    /** The new chatroom. */
    ChatroomCreated: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ChatroomEnvelope"];
      };
    };
    /** The chatroom that the chatroom token opens. */
    ChatroomRead: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ChatroomEnvelope"];
      };
    };
    /** The chatroom token. */
    ChatroomTokenCreated: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["IssuedChatroomToken"];
      };
    };
    /** A new chatroom token. No new refresh token comes with it. */
    ChatroomTokenRefreshed: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["RefreshedChatroomToken"];
      };
    };
    /** The credential does not allow this call. */
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ApiError"];
      };
    };
    /** The server failed. */
    ServerError: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ApiError"];
      };
    };
    /** The authorization header is absent or not recognized. */
    Unauthenticated: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ApiError"];
      };
    };
    /** Any other error. */
    UnexpectedError: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ApiError"];
      };
    };
  };
  parameters: {
    /**
     * Id of the chatroom, a UUID in the vendor's words.
     *
     * @example 00000000-0000-4000-8000-0000000c4a70
     */
    chatroomId: string;
  };
}
export interface operations {
  /**
   * Read the state of a chatroom
   *
   * Answers with the chatroom that the chatroom token opens: whether it is muted, who is blocked,
   * what is pinned, the running poll, the viewer count and the counters.
   *
   * @see https://developers.blendvision.com/docs/api/bv-one/public-chatroom-service-get-chatroom
   */
  getChatroom: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components["responses"]["ChatroomRead"];
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthenticated"];
      403: components["responses"]["Forbidden"];
      500: components["responses"]["ServerError"];
      default: components["responses"]["UnexpectedError"];
    };
  };
  /**
   * Create a chatroom
   *
   * Makes a chatroom in the organization and answers with it. For servers only: the API token must
   * never reach a browser. The answer is 200, not 201.
   *
   * @see https://developers.blendvision.com/docs/api/bv-one/public-chatroom-service-create-chatroom
   */
  createChatroom: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the chatroom shall have. An empty object will do. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreateChatroomRequest"];
      };
    };
    responses: {
      200: components["responses"]["ChatroomCreated"];
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthenticated"];
      403: components["responses"]["Forbidden"];
      500: components["responses"]["ServerError"];
      default: components["responses"]["UnexpectedError"];
    };
  };
  /**
   * Read how to connect to a chatroom
   *
   * Answers with the MQTT connection of the chatroom that the chatroom token opens: where, with
   * which credentials and on which topics, and with who the bearer of the chatroom token is.
   *
   * @see https://developers.blendvision.com/docs/api/bv-one/public-chatroom-service-get-chatroom-config
   */
  getChatroomConfig: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components["responses"]["ChatroomConfigRead"];
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthenticated"];
      403: components["responses"]["Forbidden"];
      500: components["responses"]["ServerError"];
      default: components["responses"]["UnexpectedError"];
    };
  };
  /**
   * Renew a chatroom token
   *
   * Gives a new chatroom token for a refresh token. It takes no credential in a header: the refresh
   * token in the body is what the server checks.
   *
   * @see https://developers.blendvision.com/docs/api/bv-one/public-chatroom-service-refresh-chatroom-token
   */
  refreshChatroomToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The refresh token. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["RefreshChatroomTokenRequest"];
      };
    };
    responses: {
      200: components["responses"]["ChatroomTokenRefreshed"];
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthenticated"];
      403: components["responses"]["Forbidden"];
      500: components["responses"]["ServerError"];
      default: components["responses"]["UnexpectedError"];
    };
  };
  /**
   * Create a chatroom token
   *
   * Makes a chatroom token for one user of the chatroom, as a viewer or as an admin. For servers
   * only: the API token must never reach a browser, the chatroom token is what a browser gets.
   *
   * @see https://developers.blendvision.com/docs/api/bv-one/public-chatroom-service-create-chatroom-token
   */
  createChatroomToken: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * Id of the chatroom, a UUID in the vendor's words.
         *
         * @example 00000000-0000-4000-8000-0000000c4a70
         */
        id: components["parameters"]["chatroomId"];
      };
      cookie?: never;
    };
    /** Who the chatroom token is for. Every field is optional, the object is not. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreateChatroomTokenRequest"];
      };
    };
    responses: {
      200: components["responses"]["ChatroomTokenCreated"];
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthenticated"];
      403: components["responses"]["Forbidden"];
      500: components["responses"]["ServerError"];
      default: components["responses"]["UnexpectedError"];
    };
  };
}
