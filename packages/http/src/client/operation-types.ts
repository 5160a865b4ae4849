/**
 * Types derived from the `operations` that openapi-typescript writes: what an operation takes and
 * what it gives, per status.
 */
import type { ApiError } from "../errors/api-error.js";
import type { ChatError } from "../errors/chat-error.js";
import type { HttpStatus } from "./http-status.js";

type Flatten<Type> = { [Key in keyof Type]: Type[Key] };

type PathInput<Op> = Op extends { parameters: { path: infer Path } } ? { path: Path } : unknown;
type QueryInput<Op> = Op extends { parameters: { query: infer Query } }
  ? { query: Query }
  : Op extends { parameters: { query?: infer Query } }
    ? [Exclude<Query, undefined>] extends [never]
      ? unknown
      : { query?: Exclude<Query, undefined> }
    : unknown;
type BodyInput<Op> = Op extends { requestBody: { content: Record<string, infer Body> } }
  ? { body: Body }
  : Op extends { requestBody?: infer Request }
    ? [Exclude<Request, undefined>] extends [never]
      ? unknown
      : Exclude<Request, undefined> extends { content: Record<string, infer Body> }
        ? { body?: Body }
        : unknown
    : unknown;

/** What an operation takes: `path`, `query` and `body`, with the names of the wire. */
export type OperationInput<Op> = Flatten<PathInput<Op> & QueryInput<Op> & BodyInput<Op>>;

type Responses<Op> = Op extends { responses: infer All } ? All : never;
type BodyOf<Response> = Response extends { content: Record<string, infer Body> } ? Body : undefined;
type SuccessStatus<Op> = Extract<
  keyof Responses<Op>,
  200 | 201 | 202 | 203 | 204 | 205 | 206 | 207 | 208 | 226
>;
type ErrorStatus<Op> = Exclude<Extract<keyof Responses<Op>, number>, SuccessStatus<Op>>;
type DefaultBody<Op> = "default" extends keyof Responses<Op>
  ? BodyOf<Responses<Op>["default"]>
  : unknown;

/** What an operation gives on success. */
export type OperationData<Op> = {
  [Status in SuccessStatus<Op>]: BodyOf<Responses<Op>[Status]>;
}[SuccessStatus<Op>];

/** The body of an error of this status: as documented, else as the `default` response says. */
export type ErrorBody<Op, Status extends number = number> =
  Status extends ErrorStatus<Op> ? BodyOf<Responses<Op>[Status]> : DefaultBody<Op>;

interface Answered {
  readonly headers: Headers;
  /** The answer itself; its body has been read already. */
  readonly response: globalThis.Response;
}

/** The operation succeeded. */
export interface OperationSuccess<Status extends number, Data> extends Answered {
  readonly ok: true;
  readonly status: Status;
  readonly data: Data;
  readonly error?: undefined;
}

/** The provider answered with an error; `error.body` is typed by the status. */
export interface OperationFailure<Status extends number, Body> extends Answered {
  readonly ok: false;
  readonly status: Status;
  readonly data?: undefined;
  readonly error: ApiError<Body, Status>;
}

/** There is no answer to go by: nothing was sent, nothing came, or it was not as promised. */
export interface OperationNoAnswer {
  readonly ok: false;
  readonly status: null;
  readonly data?: undefined;
  readonly error: ChatError;
  readonly headers: Headers | null;
  readonly response: globalThis.Response | null;
}

/** The outcome of an operation, told apart by `status` (or by `ok` alone). */
export type OperationResult<Op> =
  | {
      [Status in SuccessStatus<Op>]: OperationSuccess<Status, BodyOf<Responses<Op>[Status]>>;
    }[SuccessStatus<Op>]
  | {
      [Status in ErrorStatus<Op>]: OperationFailure<Status, BodyOf<Responses<Op>[Status]>>;
    }[ErrorStatus<Op>]
  | OperationFailure<Exclude<HttpStatus, ErrorStatus<Op> | SuccessStatus<Op>>, DefaultBody<Op>>
  | OperationNoAnswer;
