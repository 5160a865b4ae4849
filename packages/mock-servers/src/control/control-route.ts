import type { ServerResponse } from "node:http";
import type { Session } from "../session.js";
import type { Sessions } from "../sessions.js";

export type JsonSchema = Readonly<Record<string, unknown>> & {
  readonly type?: string;
  readonly enum?: readonly string[];
};

export interface QueryParameter {
  readonly name: string;
  readonly description: string;
  /** Default: any text. */
  readonly schema?: JsonSchema;
}

/** One operation of the control API: what its document says, and what it does. */
export interface ControlRoute {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Below `/__roomkey`: `/rules/{id}`. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly query?: readonly QueryParameter[];
  /** Schema of the JSON body; none is read without it. */
  readonly body?: JsonSchema;
  /** Open to everybody, also from afar and without the control token. */
  readonly open?: boolean;
  /** By status: what it means, and the media type where it is not JSON. */
  readonly answers: Readonly<Record<number, string | readonly [meaning: string, type: string]>>;
  readonly handle: (call: ControlCall) => ControlAnswer | Promise<ControlAnswer>;
}

/** A call of the control API. */
export interface ControlCall {
  readonly session: Session;
  readonly sessions: Sessions;
  readonly isReady: () => boolean;
  /** All that the control API can do. */
  readonly routes: readonly ControlRoute[];
  /** Path parameters. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** Base URL of the control API, as the caller spells it. */
  readonly baseUrl: string;
}

export interface ControlAnswer {
  readonly status: number;
  /** Default: `application/json`. */
  readonly type?: string;
  /** Text is sent as it is when `type` is given. */
  readonly body?: unknown;
  /** Takes over the response once its headers are sent; the returned function ends it. */
  readonly stream?: (response: ServerResponse) => () => void;
}
