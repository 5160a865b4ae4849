import type { Outcome } from "../outcome.js";
import { serialise } from "../serialise.js";
import { drawDelay, type TakenRule } from "./rule-book.js";

/** Turns the answer of the document into what a rule makes of it. */
export function applyRule(outcome: Outcome, { id, rule, random }: TakenRule): Outcome {
  const { answer = {} } = rule;
  const { fault, headers = {}, body, text, set } = answer;
  const delayMs = drawDelay(answer.delay, random);
  const bodyDelayMs = drawDelay(answer.bodyDelay, random);
  const own = body !== undefined && {
    body,
    headers: { "content-type": "application/json" },
    status: answer.status ?? outcome.status,
  };
  const raw = text !== undefined && { text, status: answer.status ?? outcome.status };
  const answered: Outcome = { ...outcome, ...own, ...raw };
  const changed = set ? { ...answered, body: setMembers(answered.body, set) } : answered;
  const added = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
  return applyFault(
    {
      ...changed,
      headers: { ...changed.headers, ...added },
      rule: id,
      effects: { delayMs, bodyDelayMs, ...(fault && { fault }) },
    },
    answer.status,
  );
}

/** The faults that are in the answer; the others are in how it is sent. */
function applyFault(outcome: Outcome, status: number | undefined): Outcome {
  const { headers, body } = outcome;
  const text = serialise(body, headers["content-type"]);
  switch (outcome.effects?.fault) {
    case "malformed-json":
      return { ...outcome, text: text.length < 2 ? "{" : text.slice(0, text.length / 2) };
    case "wrong-content-type":
      return { ...outcome, text, headers: { ...headers, "content-type": "text/plain" } };
    case "html-error":
      return {
        ...outcome,
        status: status ?? 502,
        headers: { ...headers, "content-type": "text/html; charset=utf-8" },
        text: `<!doctype html>\n<title>${status ?? 502}</title>\n<h1>Bad gateway</h1>\n`,
      };
    default:
      return outcome;
  }
}

/** A copy with some members changed; a path whose parent is not there leads nowhere. */
function setMembers(body: unknown, set: Readonly<Record<string, unknown>>): unknown {
  const copy: unknown = structuredClone(body);
  for (const [path, value] of Object.entries(set)) {
    const names = path.split(".");
    const last = names.pop() ?? "";
    const parent = names.reduce<unknown>((node, name) => own(node, name), copy);
    if (typeof parent !== "object" || parent === null || last === "__proto__") continue;
    (parent as Record<string, unknown>)[last] = value;
  }
  return copy;
}

function own(node: unknown, name: string): unknown {
  if (typeof node !== "object" || node === null || !Object.hasOwn(node, name)) return undefined;
  return (node as Record<string, unknown>)[name];
}
