import type { components } from "@roomkey/blendvision";
import type { BlockedUser, Person, PinnedMessage } from "../session.js";

type Schemas = components["schemas"];

/** Whoever has these members on the wire. */
interface WirePerson {
  readonly id?: string;
  readonly custom_name?: string;
  readonly device_id?: string;
}

function toPerson({ id, custom_name: name, device_id: deviceId }: WirePerson): Person {
  return { id: id ?? "", name: name ?? null, deviceId: deviceId ?? null };
}

/** Maps the pinned messages of a chatroom; none where they are absent. */
export function toPinnedMessages(
  pinned: readonly Schemas["PinnedMessage"][] | null | undefined,
): readonly PinnedMessage[] {
  return (pinned ?? []).map(({ message, action_taker: admin }) => ({
    id: message.id,
    text: message.text,
    sender: toPerson(message.sender),
    pinnedBy: toPerson(admin),
  }));
}

/** Maps the blocked users of a chatroom; none where they are absent. */
export function toBlockedUsers(
  blocked: readonly Schemas["BlockedUser"][] | null | undefined,
): readonly BlockedUser[] {
  return (blocked ?? []).map((user) => ({
    ...toPerson(user),
    blockedBy: toPerson(user.action_taker),
  }));
}
