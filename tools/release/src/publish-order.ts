/** What the order of publishing follows from. */
export interface Dependent {
  name: string;
  dependencies: readonly string[];
}

/**
 * Packages in the order in which they are published: each one after those it depends on, so that
 * there is no moment at which one can be installed and its dependencies cannot.
 */
export function publishOrder<T extends Dependent>(packages: readonly T[]): T[] {
  const ordered: T[] = [];
  let waiting = [...packages].sort((a, b) => a.name.localeCompare(b.name));
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ name }) => name));
    const ready = waiting.filter((one) => !one.dependencies.some((name) => names.has(name)));
    if (ready.length === 0) throw new Error(`${[...names].join(", ")} depend on each other`);
    ordered.push(...ready);
    waiting = waiting.filter((one) => !ready.includes(one));
  }
  return ordered;
}
