/** Where in a document something stands, in words. */
export interface Place {
  /** `POST /chatrooms`, `schema Chatroom`, `info`. */
  readonly operation: string;
  /** The rest: `answer 200 › chatroom › status`; empty for the whole operation. */
  readonly within: string;
}

/** Steps of a pointer that say nothing a reader needs. */
const silent = new Set(["content", "schema", "properties", "responses", "components"]);

/** Reads a JSON pointer such as `#/paths/~1chatrooms/post/requestBody`. */
export function placeOf(pointer: string): Place {
  const steps = pointer.replace(/^#\//, "").split("/").map(unescapeStep);
  if (steps[0] === "paths") {
    const [, path = "", method, ...rest] = steps;
    return {
      operation: [method?.toUpperCase(), path].filter(Boolean).join(" "),
      within: words(rest),
    };
  }
  if (steps[0] === "components") {
    const [, kind = "", name = "", ...rest] = steps;
    return { operation: `${kind.replace(/s$/, "")} ${name}`.trim(), within: words(rest) };
  }
  return { operation: steps[0] ?? "", within: words(steps.slice(1)) };
}

function words(steps: readonly string[]): string {
  const said = steps.flatMap((step, index) => {
    if (step === "requestBody") return ["request"];
    if (steps[index - 1] === "responses") return [`answer ${step}`];
    return silent.has(step) && steps[index - 1] !== "properties" ? [] : [`\`${step}\``];
  });
  return said.join(" › ");
}

const unescapeStep = (step: string) => step.replaceAll("~1", "/").replaceAll("~0", "~");
