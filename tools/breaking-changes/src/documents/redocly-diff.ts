import { fileURLToPath } from "node:url";
import type { Difference, Impact } from "../difference.js";
import { runCommand } from "../run-command.js";
import { describeChange } from "./describe-change.js";
import { missedByRedocly } from "./missed-by-redocly.js";
import { placeOf } from "./place.js";

/** A change in the JSON report of `redocly diff`. */
export interface RedoclyChange {
  readonly path: string;
  readonly typeName: string;
  readonly kind: "added" | "removed" | "modified";
  readonly impact: Impact;
  /** The member that changed, where it is one and not the whole. */
  readonly property?: string;
  readonly verdicts: readonly { readonly ruleId: string; readonly message: string }[];
  readonly base?: { readonly value?: unknown };
  readonly revision?: { readonly value?: unknown };
}

const cli = fileURLToPath(import.meta.resolve("@redocly/cli/bin/cli.js"));
const quiet = { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };

/** How two documents differ, as Redocly sees it, made stricter where it lets breaking changes pass. */
export async function redoclyDiff(base: string, revision: string): Promise<Difference[]> {
  const args = [cli, "diff", base, revision, "--format=json", "--fail-on=none"];
  const { code, stdout, stderr } = await runCommand(process.execPath, args, { env: quiet });
  if (code !== 0) throw new Error(`redocly diff ended with ${code}:\n${stderr}${stdout}`);
  const { changes } = JSON.parse(stdout) as { changes: RedoclyChange[] };
  return changes.map(judge);
}

function judge(change: RedoclyChange): Difference {
  const place = placeOf(change.path).operation;
  const missed = change.impact === "major" ? undefined : missedByRedocly(change);
  if (missed !== undefined) return { impact: "major", place, text: missed, saidBy: "our rules" };
  return { impact: change.impact, place, text: describeChange(change), saidBy: "redocly" };
}
