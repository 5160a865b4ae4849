import { maskJson } from "./mask-json.js";

/** Node's key for a custom `util.inspect`; a plain symbol elsewhere, which does no harm. */
const INSPECT: symbol = Symbol.for("nodejs.util.inspect.custom");

/**
 * Makes an object print itself without its secrets: `JSON.stringify`, `util.inspect` and
 * `console.log` show a masked copy, while its members keep their values. Gives back the same object.
 */
export function maskedWhenPrinted<Value extends object>(value: Value): Value {
  const print = { value: (): unknown => maskJson({ ...value }) };
  return Object.defineProperties(value, { toJSON: print, [INSPECT]: print });
}
