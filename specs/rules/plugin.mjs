// Rules of our own for what neither Redocly nor Spectral finds; STYLE.md gives the reason for each.
import { bodyRules } from "./bodies.mjs";
import { documentRules } from "./document.mjs";
import { exampleRules } from "./examples.mjs";
import { inlineExamples } from "./inline-examples.mjs";
import { limitRules } from "./limits.mjs";
import { markRules } from "./marks.mjs";
import { nameRules } from "./names.mjs";
import { operationRules } from "./operations.mjs";
import { parameterRules } from "./parameters.mjs";
import { responseRules } from "./responses.mjs";
import { schemaRules } from "./schemas.mjs";
import { secretRules } from "./secrets.mjs";
import { securityRules } from "./security.mjs";
import { textRules } from "./texts.mjs";
import { toleranceRules } from "./tolerance.mjs";

const rules = {
  ...bodyRules,
  ...documentRules,
  ...exampleRules,
  ...limitRules,
  ...markRules,
  ...nameRules,
  ...operationRules,
  ...parameterRules,
  ...responseRules,
  ...schemaRules,
  ...secretRules,
  ...securityRules,
  ...textRules,
  ...toleranceRules,
};

/** Names of all rules of our own, as they stand in a report. */
export const ownRules = Object.keys(rules).map((name) => `roomkey/${name}`);

export default () => ({
  id: "roomkey",
  preprocessors: { oas3: { "inline-examples": inlineExamples } },
  rules: { oas3: rules },
  configs: { all: { rules: Object.fromEntries(ownRules.map((name) => [name, "error"])) } },
});
