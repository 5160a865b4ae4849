import { parseArgs } from "node:util";

export interface Options {
  readonly "write-changeset": boolean;
  readonly renew: boolean;
  readonly "no-build": boolean;
  readonly help: boolean;
}

export const help = `Usage: npm run breaking [-- --write-changeset | --renew]

Compares the documents and the public types with those of the last release, which
tools/breaking-changes/released holds. Exits with 1 when something breaks those who use a package and
no changeset in .changeset/ declares a major version of it.

  --write-changeset  also writes how the documents differ into .changeset/, for the changelog
  --renew            takes the present state as the last release, after a version is set
  --no-build         asks oasdiff only where it has been built before (building needs Go)
  --help             this text`;

/** Reads the command line; a text says what is wrong with it. */
export function parseOptions(args: readonly string[]): Options | string {
  const flag = { type: "boolean", default: false } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        "write-changeset": flag,
        renew: flag,
        "no-build": flag,
        help: { ...flag, short: "h" },
      },
    });
    if (values.renew && values["write-changeset"]) {
      return "--renew and --write-changeset are two steps, with the new version set in between";
    }
    return values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
