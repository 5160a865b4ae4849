import type { ControlClock } from "../control-clock.js";
import { createControlClock } from "../control-clock.js";
import type { Duration } from "../duration.js";
import { findIssues, issueText } from "../json-schema.js";
import { object } from "../rules/rule-schema.js";
import type { Session } from "../session.js";
import { ControlError } from "./control-error.js";
import type { ControlAnswer, ControlRoute, JsonSchema } from "./control-route.js";

const CHANGE = object({
  now: { type: "string", description: "A time such as 2030-01-01T00:00:00Z" },
  advance: { anyOf: [{ type: "number", minimum: 0 }, { type: "string" }] },
  freeze: { type: "boolean" },
  reset: { type: "boolean" },
});

interface Change {
  readonly now?: string;
  readonly advance?: Duration;
  readonly freeze?: boolean;
  readonly reset?: boolean;
}

/** The time of the mock servers. */
export const CLOCK_ROUTES: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/clock",
    operationId: "getClock",
    summary: "Tells the time of the mock servers, by which tokens expire.",
    answers: { 200: "The time." },
    handle: ({ session }) => tell(session),
  },
  {
    method: "POST",
    path: "/clock",
    operationId: "changeClock",
    summary:
      "Moves the time: `reset`, then `now`, then `advance` (`7d`). `freeze` lets it stand there.",
    body: CHANGE as JsonSchema,
    answers: { 200: "The time now." },
    handle: ({ session, body }) => {
      const issues = findIssues(CHANGE, body ?? {});
      if (issues.length > 0) throw new ControlError(issues.map(issueText).join("; "));
      try {
        change(createControlClock(session.clock), (body ?? {}) as Change);
      } catch (error) {
        if (error instanceof RangeError) throw new ControlError(error.message);
        throw error;
      }
      return tell(session);
    },
  },
];

function change(clock: ControlClock, { reset, now, advance, freeze }: Change): void {
  if (reset) clock.reset();
  // Time that is to stand still does so at the very moment that it is moved to.
  if (freeze) clock.freeze();
  if (now !== undefined) clock.set(now);
  if (advance !== undefined) clock.advance(advance);
  if (freeze === false) clock.freeze(false);
}

function tell({ clock }: Session): ControlAnswer {
  const now = new Date(clock.now()).toISOString();
  return { status: 200, body: { now, frozen: clock.frozen } };
}
