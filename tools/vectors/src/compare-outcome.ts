import { isSameTime } from "./same-time.js";
import type { ExpectedError, Outcome, SeenError, Vector } from "./vector.js";

/** What is wrong with what a client gave, for people to read; nothing where it is right. */
export function compareOutcome({ expect }: Vector, outcome: Outcome): readonly string[] {
  if ("value" in expect) {
    if ("error" in outcome) return [`an error came: ${JSON.stringify(outcome.error)}`];
    return missing(expect.value, outcome.value, "");
  }
  if ("value" in outcome) return [`a value came: ${JSON.stringify(outcome.value)}`];
  return wrongError(expect.error, outcome.error);
}

/** A status is a must where the status is what went wrong; the rest as far as the client tells it. */
function wrongError(wanted: ExpectedError, seen: SeenError): readonly string[] {
  const isAnswer = wanted.code !== "unexpected_response";
  const wrong: string[] = [];
  for (const name of ["status", "code", "providerCode"] as const) {
    const isMust = name === "status" && isAnswer;
    if (seen[name] === undefined && !isMust) continue;
    if (seen[name] === wanted[name]) continue;
    wrong.push(`${name} is ${JSON.stringify(seen[name])}, not ${JSON.stringify(wanted[name])}`);
  }
  if (seen.body !== undefined && wanted.body !== undefined) {
    // No text and no body are the same.
    wrong.push(...missing(wanted.body, seen.body === "" ? null : seen.body, "body"));
  }
  return wrong;
}

/** Where a value lacks what is wanted. It may have more; null and absent are the same to read. */
function missing(wanted: unknown, seen: unknown, path: string): readonly string[] {
  const at = path === "" ? "the value" : path;
  if (wanted === null) return seen === null || seen === undefined ? [] : [`${at} is not null`];
  if (Array.isArray(wanted)) {
    if (!Array.isArray(seen)) {
      // Some languages have no empty list beside none.
      const isNone = wanted.length === 0 && (seen === null || seen === undefined);
      return isNone ? [] : [`${at} is ${JSON.stringify(seen)}, no list`];
    }
    if (seen.length !== wanted.length) return [`${at} has ${seen.length} items`];
    return wanted.flatMap((item, index) => missing(item, seen[index], `${at}[${index}]`));
  }
  if (typeof wanted === "object") {
    if (typeof seen !== "object" || seen === null) return [`${at} is ${JSON.stringify(seen)}`];
    return Object.entries(wanted).flatMap(([name, member]) =>
      missing(
        member,
        (seen as Record<string, unknown>)[name],
        path === "" ? name : `${path}.${name}`,
      ),
    );
  }
  if (wanted === seen || isSameTime(wanted, seen)) return [];
  return [`${at} is ${JSON.stringify(seen)}, not ${JSON.stringify(wanted)}`];
}
