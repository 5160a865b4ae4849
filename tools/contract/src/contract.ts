import type { CallOptions, Fetch } from "@roomkey/http";
import type { MockServers } from "@roomkey/mock-servers";
import type { BundledDocument } from "./documented.js";

/** A method of a client, before its types. */
export type Method = ((input: never, options?: CallOptions) => Promise<unknown>) & {
  result(input: never, options?: CallOptions): Promise<{ readonly status: number | null }>;
};

/** How the clients of a contract are made. */
export interface ClientSettings {
  readonly baseUrl: string;
  readonly fetch?: Fetch;
  /** Stands for every credential. */
  readonly credential?: string;
}

/** What a contract is between: a document and the clients that speak it. */
export interface Contract {
  readonly document: BundledDocument;
  /** Which of the mock servers speaks the document. */
  readonly baseUrl: (mocks: MockServers) => string;
  /** The clients of the document, without retries. Together they have every operation. */
  readonly clients: (
    settings: Required<Pick<ClientSettings, "baseUrl" | "credential">> & ClientSettings,
  ) => readonly object[];
  /** What the provider calls an error with this body: the `providerCode` of the error. */
  readonly providerCode: (body: unknown) => string | null;
}

/** The methods of all clients of a contract, by operationId. */
export function allMethods(
  contract: Contract,
  settings: ClientSettings,
): Readonly<Record<string, Method>> {
  const clients = contract.clients({ credential: "fake-credential", ...settings });
  return Object.assign({}, ...clients) as Readonly<Record<string, Method>>;
}

/** Finds methods by operationId. */
export function methodsOf(
  contract: Contract,
  settings: ClientSettings,
): (operationId: string) => Method {
  const methods = allMethods(contract, settings);
  return (operationId) => {
    const method = methods[operationId];
    if (method === undefined) throw new Error(`no client has the operation ${operationId}`);
    return method;
  };
}
