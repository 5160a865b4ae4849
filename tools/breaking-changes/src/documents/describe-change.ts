import { placeOf } from "./place.js";
import type { RedoclyChange } from "./redocly-diff.js";

/** Says in words what changed: the verdict where Redocly gives one, else what there is to see. */
export function describeChange(change: RedoclyChange): string {
  if (change.verdicts.length > 0) {
    return change.verdicts.map(({ message }) => message.replace(/\.$/, "")).join("; ");
  }
  const { within } = placeOf(change.path);
  const subject = within || "it";
  if (change.kind !== "modified") return within ? `${within} is ${change.kind}` : change.kind;
  const { property } = change;
  const before = short(change.base?.value);
  const after = short(change.revision?.value);
  if (property === undefined) return `${subject} changed`;
  if (before === undefined && after !== undefined) return `${subject}: ${property} is now ${after}`;
  if (after === undefined && before !== undefined) return `${subject}: ${property} was ${before}`;
  if (before === undefined || after === undefined) return `${subject}: other ${property}`;
  return `${subject}: ${property} is now ${after}, was ${before}`;
}

/** A value that fits into a line; undefined for others, texts for people included. */
function short(value: unknown): string | undefined {
  const text = JSON.stringify(value);
  return text === undefined || text.length > 60 ? undefined : `\`${text}\``;
}
