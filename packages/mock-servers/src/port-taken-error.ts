import type { Provider } from "./providers.js";

/** What a port is for, as people and programs name it. */
export interface PortUse {
  /** Undefined for the port that both providers share. */
  readonly provider?: Provider;
  readonly title: string;
  readonly portFlag: string;
  readonly portOption: string;
}

/** A mock server could not start, because another program listens on its port. */
export class PortTakenError extends Error {
  override readonly name = "PortTakenError";
  readonly code = "port_taken";
  /** Undefined for the port that both providers share. */
  readonly provider: Provider | undefined;
  readonly host: string;
  readonly port: number;

  constructor(use: PortUse, host: string, port: number, cause?: unknown) {
    super(
      `Port ${port} on ${host}, meant for the mock of ${use.title}, is taken by another program. ` +
        `Choose another one, or 0 for any free one: --${use.portFlag} 0 on the command line, ` +
        `startMockServers({ ${use.portOption}: 0 }) in code.`,
      { cause },
    );
    this.provider = use.provider;
    this.host = host;
    this.port = port;
  }
}
