/**
 * Puts off loading one CommonJS module until something is read from it, while `load` requires a
 * package that would load it at once. Whoever else requires the module meanwhile or later gets the
 * real one.
 */
export function withLazyModule<Loaded>(
  require: NodeJS.Require,
  file: string,
  load: () => Loaded,
): Loaded {
  if (require.cache[file]) return load();
  const real = (): object => require(file) as object;
  const placeholder = lazyObject(real, {
    default: lazyObject(() => (real() as { default: object }).default),
  });
  require.cache[file] = { exports: placeholder, loaded: true } as NodeJS.Module;
  try {
    return load();
  } finally {
    delete require.cache[file];
  }
}

function lazyObject(load: () => object, known: Readonly<Record<string, unknown>> = {}): object {
  return new Proxy(
    {},
    {
      get: (_target, key) => Reflect.get(Object.hasOwn(known, key) ? known : load(), key),
      has: (_target, key) => Reflect.has(load(), key),
    },
  );
}
