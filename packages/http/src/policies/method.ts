/** The method of a request, in capitals. */
export function methodOf({ method = "GET" }: RequestInit): string {
  return method.toUpperCase();
}
