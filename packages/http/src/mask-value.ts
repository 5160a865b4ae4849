import { isSecretName, MASK, maskText } from "./mask.js";
import { maskHeaders } from "./mask-headers.js";

/** Deeper than any sensible value; what lies below is not shown. */
const MAX_DEPTH = 100;
/** What is larger is cut. */
const MAX_OBJECTS = 1_000_000;
const INSPECT: symbol = Symbol.for("nodejs.util.inspect.custom");

/**
 * A value without secrets: the value itself where it shows none, else a copy in which every secret
 * is replaced. Looks into all that a console may print: causes, non-enumerable members, symbols,
 * getters, headers, requests, cyclic structures. The value itself stays as it is.
 */
export function maskValue<Value>(value: Value, secrets?: ReadonlySet<string>): Value;
export function maskValue(value: unknown, secrets?: ReadonlySet<string>): unknown {
  const masking = new Masking(secrets);
  const masked = masking.mask(value, MAX_DEPTH);
  return masking.shown ? masked : value;
}

class Masking {
  /** Whether a secret was found. */
  shown = false;
  readonly #secrets: ReadonlySet<string> | undefined;
  readonly #copies = new Map<object, unknown>();

  constructor(secrets: ReadonlySet<string> | undefined) {
    this.#secrets = secrets;
  }

  /** `owner` is the name under which the value stands, where it stands under one. */
  mask(value: unknown, depth: number, owner?: string): unknown {
    if (typeof value === "string") return this.#text(value);
    if (typeof value === "number" || typeof value === "bigint") {
      return this.#differs(String(value)) ? MASK : value;
    }
    if (typeof value !== "object" || value === null) return value;
    if (this.#copies.has(value)) return this.#copies.get(value);
    if (depth === 0 || this.#copies.size > MAX_OBJECTS) return this.#hide();
    try {
      return this.#object(value, depth - 1, owner);
    } catch {
      // A proxy or a class that throws when it is looked at: nobody can tell what it shows.
      return this.#hide();
    }
  }

  #hide(): string {
    this.shown = true;
    return MASK;
  }

  #text(text: string): string {
    const masked = maskText(text, this.#secrets);
    if (masked !== text) this.shown = true;
    return masked;
  }

  #differs(text: string): boolean {
    return this.#text(text) !== text;
  }

  #named(name: unknown, value: unknown, depth: number): unknown {
    if (typeof name !== "string" || !isSecretName(name)) return this.mask(value, depth);
    if (typeof value === "string" || typeof value === "number" || typeof value === "bigint") {
      return value === "" || value === MASK ? value : this.#hide();
    }
    return this.mask(value, depth, name);
  }

  #object(value: object, depth: number, owner: string | undefined): unknown {
    if (value instanceof Date) return value;
    if (value instanceof Error) return this.#error(value, depth);
    if (Array.isArray(value)) return this.#array(value, depth, owner);
    if (value instanceof Headers) return this.#headers(value);
    if (value instanceof URL || value instanceof URLSearchParams) return this.#text(String(value));
    if (value instanceof Request || value instanceof Response) return this.#message(value);
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
      return this.#differs(new TextDecoder().decode(value)) ? MASK : value;
    }
    if (value instanceof Map || value instanceof Set) return this.#collection(value, depth);
    const prototype: unknown = Object.getPrototypeOf(value);
    const copy = prototype === null ? Object.create(null) : {};
    this.#copies.set(value, copy);
    this.#members(value, copy, depth, owner);
    // Its class may print more than its members.
    if (prototype !== null && prototype !== Object.prototype) {
      for (const print of [JSON.stringify, String]) {
        const text = attempt(() => print(value));
        if (typeof text === "string") this.#text(text);
      }
    }
    return copy;
  }

  #array(value: readonly unknown[], depth: number, owner: string | undefined): unknown {
    const copy: unknown[] = [];
    this.#copies.set(value, copy);
    for (const [at, item] of value.entries()) {
      // Headers are written as pairs too, or as a flat list of names and values.
      const before = at > 0 ? value[at - 1] : undefined;
      const isPair = typeof before === "string" && isSecretName(before);
      copy.push(this.#named(isPair ? before : owner, item, depth));
    }
    return copy;
  }

  #collection(value: Map<unknown, unknown> | Set<unknown>, depth: number): unknown {
    if (value instanceof Set) {
      const copy = new Set<unknown>();
      this.#copies.set(value, copy);
      for (const item of value) copy.add(this.mask(item, depth));
      return copy;
    }
    const copy = new Map<unknown, unknown>();
    this.#copies.set(value, copy);
    for (const [name, item] of value) {
      copy.set(this.mask(name, depth), this.#named(name, item, depth));
    }
    return copy;
  }

  #headers(headers: Headers): Headers {
    const masked = maskHeaders(headers, this.#secrets);
    if (String([...masked]) !== String([...headers])) this.shown = true;
    return masked;
  }

  /** A Request or Response cannot be copied without taking its body. */
  #message(message: globalThis.Request | globalThis.Response): unknown {
    const { url, headers } = message;
    const line =
      message instanceof Request
        ? { method: message.method }
        : { status: message.status, statusText: this.#text(message.statusText) };
    return { ...line, url: this.#text(url), headers: this.#headers(headers) };
  }

  #members(from: object, to: object, depth: number, owner?: string): void {
    // A header may be written as `{ name, value }`, and a token as `{ value, expiresAt }`.
    const { name: title = owner } = from as { readonly name?: unknown };
    for (const key of Reflect.ownKeys(from)) {
      const { enumerable } = Object.getOwnPropertyDescriptor(from, key) as PropertyDescriptor;
      const value = attempt(() => (from as Readonly<Record<PropertyKey, unknown>>)[key]);
      // What an object says of itself is no longer true of its copy.
      if (typeof value === "function" && (key === "toJSON" || key === INSPECT)) continue;
      const own = typeof key === "symbol" ? key.description : key;
      const name = key === "value" ? title : own;
      Object.defineProperty(to, typeof key === "symbol" ? key : this.#text(key), {
        value: this.#named(name, value, depth),
        enumerable: enumerable === true,
        configurable: true,
        writable: true,
      });
    }
  }

  /** A masked error is still an error of its class, with its name, code and stack. */
  #error(error: Error, depth: number): Error {
    const copy = new Error();
    this.#copies.set(error, copy);
    const prototype: object = Object.getPrototypeOf(error);
    this.#members(error, copy, depth);
    // Getters of a class may need the very error that they were made for, as DOMException's do.
    for (let link = prototype; link !== Error.prototype; link = Object.getPrototypeOf(link)) {
      for (const [key, { get }] of Object.entries(Object.getOwnPropertyDescriptors(link))) {
        if (get === undefined || Object.hasOwn(copy, key)) continue;
        const value = this.#named(
          key,
          attempt(() => get.call(error)),
          depth,
        );
        Object.defineProperty(copy, key, { value, configurable: true });
      }
    }
    // At the end: engines write the stack when it is first touched, and ask the class for its name.
    Object.setPrototypeOf(copy, prototype);
    return copy;
  }
}

function attempt(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return undefined;
  }
}
