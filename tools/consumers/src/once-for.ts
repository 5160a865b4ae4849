/** Does something once for each key, however many ask for it. */
export function onceFor<Key, Value>(
  work: (key: Key) => Promise<Value>,
): (key: Key) => Promise<Value> {
  const begun = new Map<Key, Promise<Value>>();
  return (key) => {
    const promise = begun.get(key) ?? work(key);
    begun.set(key, promise);
    return promise;
  };
}
