/**
 * Makes one decorator of several; the first one is outermost.
 *
 * `compose(a, b)(fetch)` is `a(b(fetch))`: a request passes `a`, then `b`, then the network, and
 * the answer comes back the other way. Without arguments it gives a decorator that changes nothing.
 */
export function compose<Link>(
  ...decorators: readonly ((next: Link) => Link)[]
): (next: Link) => Link {
  return (next) => decorators.reduceRight((inner, decorate) => decorate(inner), next);
}
