import { maskJson } from "./mask-json.js";

const print = {
  value(this: object): unknown {
    return maskJson({ ...this });
  },
};

/** For an object to print itself by; the symbol is Node's key for a custom `util.inspect`. */
const prints = { toJSON: print, [Symbol.for("nodejs.util.inspect.custom")]: print };

/**
 * Makes an object print itself without its secrets: `JSON.stringify`, `util.inspect` and
 * `console.log` show a masked copy, while its members keep their values. Gives back the same object.
 */
export function maskedWhenPrinted<Value extends object>(value: Value): Value {
  return Object.defineProperties(value, prints);
}
