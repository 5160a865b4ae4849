import { parseArgs } from "node:util";
import { TARGETS } from "./targets.js";

export interface Options {
  /** Ids of the targets to try. */
  readonly only: readonly string[];
  readonly fresh: boolean;
  readonly write: boolean;
}

export const HELP = `npm run interop [-- options]

Generates clients from the published files of @roomkey/specs in other languages, compiles
them, and runs them against the mock servers with the golden vectors. What they get right
stands in docs/interop.md, which must be up to date.

  --only <target>  only this one; may be repeated
  --fresh          tries again what was tried with the same inputs before
  --write          writes docs/interop.md instead of comparing it
  --help           this text

Targets: ${TARGETS.map(({ id }) => id).join(", ")}
`;

/** Something about the command line; the message says what. */
export class OptionsError extends Error {}

/** @returns null when help was asked for. */
export function readOptions(args: readonly string[]): Options | null {
  const { values } = parse(args);
  if (values.help) return null;
  const all = TARGETS.map(({ id }) => id);
  const { only = all, fresh = false, write = false } = values;
  const unknown = only.filter((id) => !all.includes(id));
  if (unknown.length > 0) {
    throw new OptionsError(
      `no target is called ${unknown.join(", ")}; there are ${all.join(", ")}`,
    );
  }
  return { only, fresh, write };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        only: { type: "string", multiple: true },
        fresh: { type: "boolean" },
        write: { type: "boolean" },
        help: { type: "boolean" },
      },
    });
  } catch (error) {
    throw new OptionsError((error as Error).message);
  }
}
