import { spawnSync } from "node:child_process";

/** What has to be on a machine; everything else comes from a package registry. */
export type Toolchain = keyof typeof COMMANDS;

const COMMANDS = {
  go: { name: "Go 1.24 or newer", command: ["go", "version"] },
  python: {
    name: "Python 3.10 or newer, with venv",
    command: [
      "python3",
      "-c",
      "import ensurepip, sys; print(sys.version); sys.exit(sys.version_info < (3, 10))",
    ],
  },
  java: { name: "a JDK, 17 or newer", command: ["javac", "-version"] },
  maven: { name: "Maven", command: ["mvn", "--version"] },
  rust: { name: "Rust 1.88 or newer, with Cargo", command: ["cargo", "--version"] },
} as const;

export interface FoundToolchain {
  /** What it says of itself; null when it is not there. */
  readonly version: string | null;
  /** What to look for when it is missing. */
  readonly name: string;
}

const found = new Map<Toolchain, FoundToolchain>();

/** Looks for a toolchain, once. */
export function findToolchain(toolchain: Toolchain): FoundToolchain {
  const known = found.get(toolchain);
  if (known !== undefined) return known;
  const { name, command } = COMMANDS[toolchain];
  const [program, ...args] = command;
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8" });
  const version = status === 0 ? (stdout || stderr).trim() : null;
  const result = { name, version };
  found.set(toolchain, result);
  return result;
}
