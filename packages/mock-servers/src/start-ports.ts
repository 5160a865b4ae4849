import type { ControlServer } from "./control/control-server.js";
import type { MockServer } from "./mock-server.js";
import { startMockServer } from "./mock-server.js";
import type { Settings } from "./options.js";
import type { PortUse } from "./port-taken-error.js";
import type { ProviderInfo } from "./providers.js";
import { BLENDVISION, IBM_VIDEO } from "./providers.js";
import type { Sessions } from "./sessions.js";

/** Where the providers are, and the control API. */
export interface OpenPorts {
  readonly ibmVideo: string;
  readonly blendvision: string;
  /** Of whichever port was opened first: each of them has the control API. */
  readonly url: string;
  close(): Promise<void>;
}

const BOTH: PortUse = { title: "both APIs", portFlag: "port", portOption: "port" };

/**
 * Opens the ports that are wanted, all or none.
 *
 * @throws {PortTakenError} when one is in use; nothing is left running then.
 */
export async function startPorts(
  settings: Settings,
  sessions: Sessions,
  control: ControlServer,
): Promise<OpenPorts> {
  const { port, ibmVideoPort, blendvisionPort, host, bodyLimit, cors, tls } = settings;
  const common = { host, bodyLimit, cors, tls, sessions, control };
  const own = (info: ProviderInfo, wanted: number | undefined): Promise<MockServer> | undefined =>
    wanted === undefined
      ? undefined
      : startMockServer({ ...common, use: info, provider: info.provider, port: wanted });
  const [both, ibmVideo, blendvision] = await allOrNone([
    port === undefined ? undefined : startMockServer({ ...common, use: BOTH, port }),
    own(IBM_VIDEO, ibmVideoPort),
    own(BLENDVISION, blendvisionPort),
  ]);
  const open = [both, ibmVideo, blendvision].filter((server) => server !== undefined);
  const url = both?.url ?? ibmVideo?.url ?? blendvision?.url ?? "";
  return {
    ibmVideo: ibmVideo?.url ?? url + IBM_VIDEO.prefix,
    blendvision: blendvision?.url ?? url + BLENDVISION.prefix,
    url,
    close: async () => {
      control.stop();
      await Promise.all(open.map((server) => server.close()));
    },
  };
}

/** Waits for all servers; when one cannot start, the others are stopped again. */
async function allOrNone(
  starting: readonly (Promise<MockServer> | undefined)[],
): Promise<(MockServer | undefined)[]> {
  const results = await Promise.allSettled(starting);
  const failed = results.find((result) => result.status === "rejected");
  if (!failed) {
    return results.map((result) => (result.status === "fulfilled" ? result.value : undefined));
  }
  for (const result of results) if (result.status === "fulfilled") await result.value?.close();
  throw failed.reason;
}
