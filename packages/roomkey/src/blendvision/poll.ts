import type { components } from "@roomkey/blendvision";
import type { Poll, PollOption } from "../session.js";
import { toDate } from "./to-date.js";
import { toWord } from "./to-word.js";

type Schemas = components["schemas"];

/** Maps BlendVision's poll. */
export function toPoll(poll: Schemas["Poll"]): Poll {
  return {
    id: poll.id ?? "",
    kind: toWord(poll.type),
    status: toWord(poll.status),
    question: poll.multi_choice?.question ?? null,
    options: poll.multi_choice?.options?.map(toOption) ?? [],
    votes: poll.votes_count ?? null,
    startedAt: toDate(poll.started_at),
    endedAt: toDate(poll.ended_at),
  };
}

function toOption(option: Schemas["PollOption"]): PollOption {
  return {
    id: option.id ?? null,
    text: option.text ?? "",
    correct: option.corrected ?? null,
    votes: option.votes_count ?? null,
  };
}
