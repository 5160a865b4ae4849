import type { JournalEntry } from "./journal.js";
import { maskPath } from "./mask.js";

/** Tells someone about each request. */
export type Log = (entry: JournalEntry) => void;

export interface PrettyLogOptions {
  /** Default: false. */
  readonly colours?: boolean;
}

/** One readable line for each request. */
export function prettyLog(
  write: (line: string) => void,
  { colours = false }: PrettyLogOptions = {},
): Log {
  return (entry) => {
    const status = colours ? paint(entry.status) : String(entry.status);
    const parts = [
      localTime(entry.at),
      (entry.provider ?? "(neither)").padEnd(11),
      status + (entry.forced ? " forced" : ""),
      entry.method.padEnd(4),
      maskPath(entry.path),
      entry.operationId ?? "(no operation)",
      ...(entry.rule === null ? [] : [`rule ${entry.rule}`]),
      ...(entry.fault === null ? [] : [`fault ${entry.fault}`]),
      `${entry.durationMs.toFixed(1)} ms`,
    ];
    const broken = entry.violations.length > 0 ? [`| ${entry.violations.join("; ")}`] : [];
    write([...parts, ...broken].join("  "));
  };
}

/** One JSON object on a line for each request. */
export function jsonLog(write: (line: string) => void): Log {
  return (entry) => {
    const { provider, operationId, method, status, violations, forced, rule, fault } = entry;
    const { durationMs, at } = entry;
    const path = maskPath(entry.path);
    write(
      JSON.stringify({
        event: "request",
        at,
        provider,
        operationId,
        method,
        path,
        status,
        forced,
        rule,
        fault,
        violations,
        durationMs: Math.round(durationMs * 10) / 10,
      }),
    );
  };
}

/** Hours to milliseconds, as on the clock of the people who read it. */
function localTime(at: Date): string {
  const milliseconds = String(at.getMilliseconds()).padStart(3, "0");
  return `${at.toTimeString().slice(0, 8)}.${milliseconds}`;
}

function paint(status: number): string {
  const [green, yellow, red] = [32, 33, 31];
  const colour = status < 300 ? green : status < 500 ? yellow : red;
  return `\u001b[${colour}m${status}\u001b[39m`;
}
