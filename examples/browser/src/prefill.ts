/**
 * Fills fields in from the query of the page's address. Not those of secrets: an address ends up in
 * the history, in logs and in screenshots.
 */
export function prefill(inputs: Iterable<HTMLInputElement>, query: URLSearchParams): void {
  for (const input of inputs) {
    const value = query.get(input.name);
    if (value !== null && input.type !== "password") input.value = value;
  }
}
