export { compareOutcome } from "./compare-outcome.js";
export { type Comparison, compareRequest, type SeenRequest } from "./compare-request.js";
export { mockRule } from "./mock-rule.js";
export { readVectors } from "./read-vectors.js";
export type { Outcome, SeenError, Vector, VectorFile } from "./vector.js";
