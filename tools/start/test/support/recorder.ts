import type { ProgressStream } from "../../bootstrap/steps.mjs";

/** A stream that keeps what is written to it. */
export function recorder(isTTY = false): ProgressStream & { readonly text: string } {
  let text = "";
  return {
    isTTY,
    write(more) {
      text += more;
    },
    get text() {
      return text;
    },
  };
}
