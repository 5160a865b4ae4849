import { readFile } from "node:fs/promises";
import type { Serving } from "./cli-table.js";
import type { MockServersOptions } from "./options.js";
import type { MockServers } from "./start-mock-servers.js";
import { startMockServers } from "./start-mock-servers.js";

/** What is told about the servers while they run. */
export interface Reports {
  readonly onStart: (mocks: MockServers) => void;
  readonly onRequest: NonNullable<MockServersOptions["onRequest"]>;
  readonly onProblem: (message: string) => void;
}

/** Servers that can be started anew with other options, on the ports that they have. */
export class RunningServers {
  #mocks: MockServers | undefined;
  #serving: Serving = {};
  #stopped = false;

  /** @throws what `startMockServers` throws; what ran before then goes on with its old options. */
  async start(serving: Serving, reports: Reports): Promise<void> {
    const next = await readServing({ ...serving, ...this.#freePorts(serving) });
    // Mistakes are found before what runs is stopped.
    if (this.#mocks) await check(next);
    await this.#mocks?.stop();
    try {
      await this.#run(serving, next, reports);
    } catch (error) {
      if (!this.#mocks || this.#stopped) throw error;
      const before = await readServing({ ...this.#serving, ...this.#freePorts(this.#serving) });
      await this.#run(this.#serving, before, reports);
      throw error;
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#mocks?.stop();
  }

  async #run(serving: Serving, options: MockServersOptions, reports: Reports): Promise<void> {
    if (this.#stopped) return;
    const { onStart, onRequest, onProblem } = reports;
    const mocks = await startMockServers({ ...options, onRequest, onProblem });
    this.#mocks = mocks;
    this.#serving = serving;
    // A signal may have come while they started.
    if (this.#stopped) return mocks.stop();
    onStart(mocks);
  }

  /** For ports that may be any: those that were found free when the servers started first. */
  #freePorts(next: Serving): Serving {
    if (!this.#mocks) return {};
    const { ibmVideo, blendvision, controlUrl } = this.#mocks;
    const found = { port: controlUrl, ibmVideoPort: ibmVideo, blendvisionPort: blendvision };
    const names = (["port", "ibmVideoPort", "blendvisionPort"] as const).filter(
      (name) => next[name] === 0 && this.#serving[name] === 0,
    );
    return Object.fromEntries(names.map((name) => [name, Number(new URL(found[name]).port)]));
  }
}

/** Puts what is in files in the place of their names. */
async function readServing(serving: Serving): Promise<MockServersOptions> {
  const { tlsCert, tlsKey, ...options } = serving;
  if (tlsCert === undefined || tlsKey === undefined) return options;
  return {
    ...options,
    tls: { cert: await readFile(tlsCert, "utf8"), key: await readFile(tlsKey, "utf8") },
  };
}

/** @throws what would keep servers with these options from starting, their ports aside. */
async function check(options: MockServersOptions): Promise<void> {
  const { createMocks } = await import("./create-mocks.js");
  const { readOptions } = await import("./options.js");
  await createMocks(readOptions(options));
}
