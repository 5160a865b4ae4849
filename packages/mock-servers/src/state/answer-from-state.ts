import type { Engine, EngineAnswer, EngineRequest } from "../engine.js";
import { violation } from "../violation.js";
import { BLENDVISION_GATES, BLENDVISION_STATE } from "./blendvision-state.js";
import { IBM_VIDEO_GATES, IBM_VIDEO_STATE } from "./ibm-video-state.js";
import type { StateCall, StateGate, StateHandler } from "./state-call.js";
import type { StateStore } from "./store.js";

const HANDLERS: Readonly<Record<string, StateHandler>> = {
  ...IBM_VIDEO_STATE,
  ...BLENDVISION_STATE,
};

const GATES: Readonly<Record<string, StateGate>> = { ...IBM_VIDEO_GATES, ...BLENDVISION_GATES };

/**
 * Replaces the answer of the document by what the state knows. Credentials come first, as on real
 * servers: who sends a wrong one does not learn what is wrong with the body.
 *
 * @param usual - the documented answer.
 */
export async function answerFromState(
  engine: Engine,
  store: StateStore,
  request: EngineRequest,
  usual: EngineAnswer,
): Promise<EngineAnswer> {
  const { operation, pathParameters, headers, body } = request;
  if (!Object.hasOwn(HANDLERS, operation.id)) return usual;
  if (usual.violations.some(({ kind }) => kind === "credentials")) return usual;
  const call: StateCall = { store, pathParameters, headers, body };
  const refused = Object.hasOwn(GATES, operation.id) ? GATES[operation.id]?.(call) : undefined;
  const made = refused ?? (usual.violations.length === 0 && HANDLERS[operation.id]?.(call));
  if (!made) return usual;
  if (made.kind === "answer") return { ...usual, body: made.body };
  const { status, example, reason } = made;
  const choice = { status, ...(example !== undefined && { example }), force: true };
  const refusal = await engine.answer(request, { ...choice, violations: [] });
  const kind = status === 401 ? "credentials" : "invalid";
  return { ...refusal, violations: [violation(kind, reason), ...usual.violations] };
}
