import type { Room } from "./state.js";

/** A chatroom as the platform describes it. */
export function roomBody({ id, counters, createdAt }: Room): object {
  return {
    chatroom: {
      id,
      muted: false,
      status: "CHAT_STATUS_ACTIVE",
      blocked_users: [],
      pinned_messages: [],
      active_poll: null,
      viewer_info: { enabled: true, count: 0, version_number: "0", updated_at: createdAt },
      custom_counters: counters.map((key) => ({
        key,
        value: 0,
        version_number: "0",
        updated_at: null,
        disabled: false,
      })),
      created_at: createdAt,
      updated_at: createdAt,
    },
  };
}

/** The names of the counters that a new chatroom shall have. */
export function readCounters(body: unknown): string[] {
  const { custom_counters: counters = [] } = (body ?? {}) as {
    custom_counters?: readonly { readonly key: string }[];
  };
  return counters.map(({ key }) => key);
}
