import type { components } from "@roomkey/blendvision";
import type { Poll } from "../session.js";
import { toDate, toWord } from "./wire-values.js";

/** Maps BlendVision's active poll; null where there is none. */
export function toPoll(poll: components["schemas"]["Poll"] | null | undefined): Poll | null {
  if (poll === null || poll === undefined) return null;
  return {
    id: poll.id ?? "",
    kind: toWord(poll.type, "POLL_TYPE_"),
    status: toWord(poll.status, "POLL_STATUS_"),
    question: poll.multi_choice?.question ?? null,
    options: (poll.multi_choice?.options ?? []).map((option) => ({
      id: option.id ?? null,
      text: option.text ?? "",
      correct: option.corrected ?? null,
      votes: option.votes_count ?? null,
    })),
    votes: poll.votes_count ?? null,
    startedAt: toDate(poll.started_at),
    endedAt: toDate(poll.ended_at),
  };
}
