import type { Engine, EngineAnswer, EngineRequest } from "../engine.js";
import { violation } from "../violation.js";
import { BLENDVISION_STATE } from "./blendvision-state.js";
import { IBM_VIDEO_STATE } from "./ibm-video-state.js";
import type { StateHandler } from "./state-call.js";
import type { StateStore } from "./store.js";

const HANDLERS: Readonly<Record<string, StateHandler>> = {
  ...IBM_VIDEO_STATE,
  ...BLENDVISION_STATE,
};

/**
 * Replaces the example of the document by what the state knows.
 *
 * @param usual - the documented answer to a request that broke no rule.
 */
export async function answerFromState(
  engine: Engine,
  store: StateStore,
  request: EngineRequest,
  usual: EngineAnswer,
): Promise<EngineAnswer> {
  const { operation, pathParameters, headers, body } = request;
  const handler = Object.hasOwn(HANDLERS, operation.id) ? HANDLERS[operation.id] : undefined;
  if (!handler) return usual;
  const made = handler({ store, pathParameters, headers, body });
  if (made.kind === "answer") return { ...usual, body: made.body };
  const { status, example, reason } = made;
  const choice = { status, ...(example !== undefined && { example }), force: true };
  const refused = await engine.answer(request, { ...choice, violations: [] });
  const kind = status === 401 ? "credentials" : "invalid";
  return { ...refused, violations: [violation(kind, reason)] };
}
