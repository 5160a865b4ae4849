/** The viewer sent something that cannot be used; the message is for them. */
export class BadRequest extends Error {
  override readonly name = "BadRequest";
  readonly status: 400 | 415;

  constructor(status: 400 | 415, message: string) {
    super(message);
    this.status = status;
  }
}
