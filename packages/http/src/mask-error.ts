import { maskText, maskValue } from "./mask.js";

/**
 * An error without secrets: the error itself where it shows none, else a masked copy of it. Follows
 * `cause`, so that a secret deep down does not show either.
 */
export function maskError(error: unknown, secrets?: ReadonlySet<string>, depth = 5): unknown {
  if (!(error instanceof Error)) return maskValue(error, secrets);
  const cause =
    depth > 0 && "cause" in error ? maskError(error.cause, secrets, depth - 1) : undefined;
  const {
    message,
    stack = "",
    ...members
  } = { ...error, message: error.message, stack: error.stack };
  const masked = maskText(message, secrets);
  const own = maskValue(members, secrets);
  const shows =
    masked !== message ||
    maskText(stack, secrets) !== stack ||
    cause !== error.cause ||
    JSON.stringify(own) !== JSON.stringify(members);
  if (!shows) return error;
  const copy = new Error(masked, cause === undefined ? undefined : { cause });
  Object.defineProperties(copy, {
    name: { value: error.name, configurable: true },
    stack: { value: maskText(stack, secrets), configurable: true },
  });
  return Object.assign(copy, own);
}
