import type { Duration } from "../duration.js";
import type { Provider } from "../providers.js";

/** Decides what certain requests are answered with, instead of what the document would answer. */
export interface Rule {
  /** Up to 64 letters, digits and `._%-`. Default: `rule-1`, `rule-2`, … */
  readonly id?: string;
  /** All of it has to be met. Default: every request. */
  readonly match?: RuleMatch;
  /** Default: the usual answer. */
  readonly answer?: RuleAnswer;
  /** How many requests it answers; after that it is as if it were not there. Default: no limit. */
  readonly times?: number;
}

export interface RuleMatch {
  readonly provider?: Provider;
  /** One of them where there are several. */
  readonly operationId?: string | readonly string[];
  /** By name, decoded. */
  readonly pathParameters?: Readonly<Record<string, ValueMatch>>;
  /** By name, in any case. */
  readonly headers?: Readonly<Record<string, ValueMatch>>;
  /** By dotted path into the decoded JSON or form: `custom_counters.0.key`. */
  readonly body?: Readonly<Record<string, ValueMatch>>;
  /** The n-th request that meets the rest, counted from 1. */
  readonly nth?: number | NthMatch;
  /** From 0 to 1; the same requests are hit for the same `seed` of the servers. */
  readonly probability?: number;
  /** How long after the rule was added, by the clock of the mock servers. */
  readonly elapsed?: { readonly from?: Duration; readonly to?: Duration };
}

export interface NthMatch {
  /** Default: 1. */
  readonly from?: number;
  /** Default: no end. */
  readonly to?: number;
  /** Only every so many-th from there. Default: 1. */
  readonly every?: number;
  /** Counts for each `Authorization` on its own. Default: all together. */
  readonly per?: "credential";
}

/** A value that is the same, or one that is as described. */
export type ValueMatch =
  | string
  | number
  | boolean
  | null
  | {
      readonly equals?: string | number | boolean | null;
      readonly contains?: string;
      /** A regular expression. */
      readonly pattern?: string;
      /** Whether there is one at all. */
      readonly present?: boolean;
    };

export interface RuleAnswer {
  /** A documented status, or with `body` any. Default: that of the usual answer. */
  readonly status?: number;
  /** The name of a documented example. */
  readonly example?: string;
  /** Values made up from the schema. */
  readonly dynamic?: boolean;
  readonly seed?: string;
  /** Whether invalid requests, too, get `status` or `example`. Default: true. */
  readonly force?: boolean;
  /** JSON to send instead of what the document holds. */
  readonly body?: unknown;
  /** Text to send as it is instead of a body, JSON or not; the headers stay as they are. */
  readonly text?: string;
  /** Members to change in the body, by dotted path. */
  readonly set?: Readonly<Record<string, unknown>>;
  /** Headers to add. */
  readonly headers?: Readonly<Record<string, string | number>>;
  /** How long to wait before the answer. */
  readonly delay?: Delay;
  /** How long the body takes to be sent. */
  readonly bodyDelay?: Delay;
  readonly fault?: Fault;
  /** Ids of rules whose counts start again. */
  readonly restarts?: readonly string[];
}

/** Whether a rule brings its own answer instead of choosing one that the document holds. */
export function hasOwnBody({ body, text }: RuleAnswer): boolean {
  return body !== undefined || text !== undefined;
}

/** A fixed time, or a random one. */
export type Delay = Duration | { readonly min: Duration; readonly max: Duration };

export const FAULTS = [
  "reset",
  "empty",
  "truncate",
  "malformed-json",
  "stall",
  "wrong-content-type",
  "html-error",
] as const;

/**
 * `reset`: the connection breaks off. `empty`: it is closed without an answer. `truncate`: closed in the
 * middle of the body. `malformed-json`: a body that ends too early. `stall`: no answer ever comes.
 * `wrong-content-type`: the body says it is plain text. `html-error`: a page of a proxy, 502.
 */
export type Fault = (typeof FAULTS)[number];
