/** What is wrong with the input, in words for people; nothing is written. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}
