/** A page is not told why a request failed, so it can never be sure that none arrived. */
export function neverConnected(): boolean {
  return false;
}
