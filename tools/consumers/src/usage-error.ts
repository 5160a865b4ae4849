/** The command was not called as its help says. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
