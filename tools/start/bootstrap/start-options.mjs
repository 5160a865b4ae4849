// @ts-check
import { parseArgs } from "node:util";

// In plain JavaScript because the bootstrap reads the flags first: a misspelt flag is refused, and
// --help answered, before anything is installed.

/**
 * @typedef {object} StartOptions
 * @property {boolean} once stop after the summary
 * @property {boolean} json print the summary as JSON
 * @property {boolean} live talk to the real services
 * @property {boolean} allowWrites with `live`: create rooms, chatroom tokens and group chats
 * @property {"ibm-video" | "blendvision" | null} only with `live`: this provider alone
 * @property {number} ibmVideoPort 0 stands for any free port
 * @property {number} blendvisionPort 0 stands for any free port
 */

/** @typedef {{ options: StartOptions } | { help: true } | { problem: string }} ParsedFlags */

const helpText = `Opens a chat session on both platforms, end to end.

  npm start                     against mock servers on this machine, which stay up until Ctrl-C
  npm start -- --once           exits after the summary: 0, or 1 with the reason
  npm start -- --live           against the real services, with credentials from the environment

  --once                        stop after the summary
  --json                        print the summary as one JSON object on stdout, all else on stderr
  --ibm-video-port <n>          port of the IBM Video mock server (4010; with --once a free one)
  --blendvision-port <n>        port of the BlendVision mock server (4011; with --once a free one)
  --live                        real services; reads only, unless writes are allowed
  --only <provider>             with --live: ibm-video or blendvision alone
  --allow-writes                with --live: also create a room, chatroom tokens and a group chat
  --help                        this text
`;

/**
 * Reads the flags of `npm start`.
 *
 * @param {readonly string[]} argv
 * @returns {ParsedFlags}
 */
export function parseStartOptions(argv) {
  const parsed = parse(argv);
  if (typeof parsed === "string") return { problem: parsed };
  if (parsed.help) return { help: true };
  const { once = false, json = false, live = false, only } = parsed;
  const allowWrites = parsed["allow-writes"] ?? false;
  if (!live && allowWrites) return { problem: "--allow-writes has no meaning without --live" };
  if (!live && only !== undefined) return { problem: "--only has no meaning without --live" };
  if (only !== undefined && only !== "ibm-video" && only !== "blendvision") {
    return { problem: `--only takes ibm-video or blendvision, not "${only}"` };
  }
  /** @type {[number, number]} */
  const ports = [once ? 0 : 4010, once ? 0 : 4011];
  for (const [index, name] of /** @type {const} */ ([
    "ibm-video-port",
    "blendvision-port",
  ]).entries()) {
    const text = parsed[name];
    if (text === undefined) continue;
    if (live) return { problem: `--${name} has no meaning with --live` };
    const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
    if (!(port <= 65535))
      return { problem: `--${name} takes a port from 0 to 65535, not "${text}"` };
    ports[index] = port;
  }
  if (ports[0] === ports[1] && ports[0] !== 0) {
    return { problem: `both mock servers cannot listen on port ${ports[0]}` };
  }
  const [ibmVideoPort, blendvisionPort] = ports;
  return {
    options: { once, json, live, allowWrites, only: only ?? null, ibmVideoPort, blendvisionPort },
  };
}

/**
 * Reads the flags, and answers --help and mistakes by itself.
 *
 * @param {readonly string[]} argv
 * @returns {{ options: StartOptions } | { exitCode: number }}
 */
export function startOptionsOrExit(argv) {
  const parsed = parseStartOptions(argv);
  if ("options" in parsed) return parsed;
  if ("help" in parsed) {
    process.stdout.write(helpText);
    return { exitCode: 0 };
  }
  console.error(`${parsed.problem}. npm start -- --help lists the flags.`);
  return { exitCode: 2 };
}

/** @param {readonly string[]} argv */
function parse(argv) {
  try {
    return parseArgs({
      args: [...argv],
      strict: true,
      allowPositionals: false,
      options: {
        once: { type: "boolean" },
        json: { type: "boolean" },
        live: { type: "boolean" },
        "allow-writes": { type: "boolean" },
        only: { type: "string" },
        "ibm-video-port": { type: "string" },
        "blendvision-port": { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    }).values;
  } catch (error) {
    // Only the first sentence: the rest explains positional arguments, of which there are none.
    return String(error instanceof Error ? error.message : error).split(". ")[0] ?? "";
  }
}
