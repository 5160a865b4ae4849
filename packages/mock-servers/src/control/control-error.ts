/** What the control API cannot do, in words for whoever asked. */
export class ControlError extends Error {
  override readonly name = "ControlError";
  readonly status: number;
  /** One line for each thing that is wrong, where there is more than one. */
  readonly errors: readonly string[];

  constructor(message: string, status = 400, errors: readonly string[] = []) {
    super(message);
    this.status = status;
    this.errors = errors;
  }
}
