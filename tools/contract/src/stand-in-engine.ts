import type { EngineFactory } from "@roomkey/mock-servers";
import { type BundledDocument, documentedAnswers } from "./documented.js";

/**
 * A stand-in for Prism: knows the documented examples and nothing of schemas. The contract of an
 * operation without a body holds with it as well, which proves that nothing but Prism's own adapter
 * leans on Prism.
 */
export const createStandIn: EngineFactory = async (document) => {
  const answers = documentedAnswers(document as BundledDocument);
  return {
    async answer({ operation }, { status, example, force, violations }) {
      const refusal = violations.some(({ kind }) => kind === "credentials") ? 401 : 400;
      const refused = force !== true && violations.length > 0;
      const wanted = refused ? refusal : (status ?? 200);
      const own = answers.filter(({ operationId }) => operationId === operation.id);
      const exact = own.filter((answer) => answer.status === String(wanted));
      const candidates = exact.length > 0 ? exact : own.filter((one) => one.status === "default");
      const chosen = candidates.find((one) => one.example === example) ?? candidates[0];
      return {
        operationId: operation.id,
        status: wanted,
        headers: { "content-type": "application/json" },
        body: chosen?.value,
        violations,
      };
    },
  };
};
