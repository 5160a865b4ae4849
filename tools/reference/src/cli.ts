import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { startMockServers } from "@roomkey/mock-servers";
import { buildSite, mocksScript } from "./build-site.js";
import { help, parseOptions } from "./cli-options.js";
import { DEFAULT_MOCKS } from "./documents.js";
import { serveSite } from "./serve-site.js";

export interface Workplace {
  /** Where the pages are built. */
  readonly folder: string;
  /** Resolves when serving is to end. */
  readonly stopped: Promise<void>;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

/** Runs the command and gives its exit code: 0 done, 1 the port is taken, 2 bad usage. */
export async function run(args: readonly string[], workplace: Workplace): Promise<number> {
  const { folder, stopped, out, err } = workplace;
  const options = parseOptions(args);
  if (typeof options === "string") {
    err(`${options}\n\n${help}`);
    return 2;
  }
  if (options.help) {
    out(help);
    return 0;
  }
  buildSite(folder, DEFAULT_MOCKS);
  if (options.build) {
    out(`Built ${join(folder, "index.html")}`);
    return 0;
  }
  const mocks = await startMockServers({ ibmVideoPort: 0, blendvisionPort: 0 });
  try {
    const addresses = {
      "ibm-video-chat": mocks.ibmVideo,
      "blendvision-chatroom": mocks.blendvision,
    };
    writeFileSync(join(folder, "mocks.js"), mocksScript(addresses));
    await using site = await serveSite(folder, options.port);
    out(`Reference pages: ${site.url}\nCtrl-C ends them and the mock servers.`);
    await stopped;
    return 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    err(
      `Port ${options.port} is taken. Choose another one with --port, or --port 0 for a free one.`,
    );
    return 1;
  } finally {
    await mocks.stop();
    writeFileSync(join(folder, "mocks.js"), mocksScript(DEFAULT_MOCKS));
  }
}
