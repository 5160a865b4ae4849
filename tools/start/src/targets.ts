/** What the walk does on IBM Video Streaming, and with which credentials. */
export interface IbmVideoTarget {
  readonly channelId: string;
  readonly accessToken: string;
  /** Absent: the real service. */
  readonly baseUrl?: string;
  /** The group chat to create after the session is open; absent: none is, for creating one writes. */
  readonly groupChat?: { readonly participantIds: readonly string[]; readonly name: string };
}

/** What the walk does on BlendVision One, and with which credentials. */
export interface BlendvisionTarget {
  /** Absent: the real service. */
  readonly baseUrl?: string;
  /** How the chatroom tokens are come by: one that exists already, or ones issued for this walk. */
  readonly access: { readonly chatroomToken: string } | BlendvisionServerAccess;
}

/** Server-side access to BlendVision: enough to create a room and issue chatroom tokens. */
export interface BlendvisionServerAccess {
  readonly apiToken: string;
  readonly organizationId: string;
  /** The room to issue the chatroom tokens for; absent: a new one is created. */
  readonly chatroomId?: string;
}

/** The platforms to walk; an absent one is left out. */
export interface Targets {
  readonly ibmVideo?: IbmVideoTarget;
  readonly blendvision?: BlendvisionTarget;
}
