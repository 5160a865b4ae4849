import type { components } from "@roomkey/blendvision";
import type { BlockedUser, Person, PinnedMessage } from "../session.js";

type Schemas = components["schemas"];

/** Whoever has these members on the wire. */
interface WirePerson {
  readonly id?: string;
  readonly custom_name?: string;
  readonly device_id?: string;
}

function toPerson(person: WirePerson): Person {
  return {
    id: person.id ?? "",
    name: person.custom_name ?? null,
    deviceId: person.device_id ?? null,
  };
}

/** Maps one pinned message of a chatroom. */
export function toPinnedMessage(pinned: Schemas["PinnedMessage"]): PinnedMessage {
  return {
    id: pinned.message.id,
    text: pinned.message.text,
    sender: toPerson(pinned.message.sender),
    pinnedBy: toPerson(pinned.action_taker),
  };
}

/** Maps one blocked user of a chatroom. */
export function toBlockedUser(user: Schemas["BlockedUser"]): BlockedUser {
  return { ...toPerson(user), blockedBy: toPerson(user.action_taker) };
}
