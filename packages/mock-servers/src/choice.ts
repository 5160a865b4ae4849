import type { Operation, OperationResponse } from "./operations.js";

/** Which documented answer is asked for, by a `Prefer` header or by a test. */
export interface Choice {
  /** Default: the lowest documented 2xx. */
  readonly status?: number;
  /** The name of a documented example. Default: the first one. */
  readonly example?: string;
  /** Make values up from the schema instead of taking an example. */
  readonly dynamic?: boolean;
  /** Makes dynamic values the same every time. */
  readonly seed?: string;
  /** Answer so even when the request is invalid or unauthenticated. */
  readonly force?: boolean;
}

/** A choice that the document does not offer; the message says what it does offer. */
export class ChoiceError extends Error {
  override readonly name = "ChoiceError";
}

/** The lowest documented 2xx of an operation. */
export function successStatus(operation: Operation): number {
  const success = [...operation.responses.keys()].filter((key) => /^2\d\d$/.test(key)).sort()[0];
  return Number(success ?? 200);
}

/** The response that a document holds for a status: its own, that of its range, or the default. */
export function findResponse(operation: Operation, status: number): OperationResponse | undefined {
  const { responses } = operation;
  const range = `${Math.floor(status / 100)}XX`;
  return responses.get(String(status)) ?? responses.get(range) ?? responses.get("default");
}

/** @throws {ChoiceError} when there is none; the message says which ones there are. */
export function findOperation(operations: readonly Operation[], operationId: string): Operation {
  const found = operations.find(({ id }) => id === operationId);
  if (found) return found;
  const known = operations.map(({ id }) => id).join(", ");
  throw new ChoiceError(`No document holds an operation ${operationId}, only ${known}`);
}

/** @throws {ChoiceError} when the operation does not document what is asked for. */
export function checkChoice(operation: Operation, choice: Choice): void {
  const status = choice.status ?? successStatus(operation);
  const response = findResponse(operation, status);
  if (!response) {
    const known = [...operation.responses.keys()].join(", ");
    throw new ChoiceError(`${operation.id} documents no status ${status}, only ${known}`);
  }
  if (choice.example !== undefined && !response.examples.includes(choice.example)) {
    throw new ChoiceError(unknownExample(operation, status, response, choice.example));
  }
  if (choice.dynamic && choice.example === undefined && !response.hasSchema) {
    throw new ChoiceError(
      `${operation.id} has no schema for status ${status}, so no dynamic answer can be made`,
    );
  }
}

function unknownExample(
  operation: Operation,
  status: number,
  response: OperationResponse,
  example: string,
): string {
  const start = `${operation.id} has no example ${example} for status ${status}`;
  const elsewhere = [...operation.responses]
    .filter(([, { examples }]) => examples.includes(example))
    .map(([key]) => key);
  if (elsewhere.length > 0) return `${start}, it belongs to status ${elsewhere.join(" and ")}`;
  const known = response.examples.join(", ");
  return known === "" ? `${start}, nor any other` : `${start}, only ${known}`;
}
