import type { DocumentedOperation, OpenApiDocument, Response } from "./document.js";
import { Refusal, within } from "./refusal.js";
import { requiredShape } from "./required-shape.js";
import { resolve } from "./resolve.js";
import type { Operation } from "./table.js";

type SuccessRule = Operation["success"][number];

/** What each documented 2xx answer of an operation promises. */
export function successRules(
  document: OpenApiDocument,
  responses: DocumentedOperation["responses"] = {},
): Record<number, SuccessRule> {
  const rules: Record<number, SuccessRule> = {};
  for (const [status, node] of Object.entries(responses)) {
    if (!status.startsWith("2")) continue;
    rules[Number(status)] = within(`response ${status}`, () => {
      if (!/^2\d\d$/.test(status)) throw new Refusal("write each status out, not a range");
      return rule(document, resolve<Response>(document, node));
    });
  }
  if (Object.keys(rules).length === 0) throw new Refusal("no 2xx response is documented");
  return rules;
}

function rule(document: OpenApiDocument, { content = {} }: Response): SuccessRule {
  const [entry, ...others] = Object.entries(content);
  // An answer without a body, such as a 204, has no media type.
  if (entry === undefined) return null;
  if (others.length > 0) {
    const names = Object.keys(content).join(", ");
    throw new Refusal(`several media types (${names}); one is supported`);
  }
  const [mediaType, { schema }] = entry;
  if (mediaType !== "application/json")
    throw new Refusal(`${mediaType} is not supported; only application/json is`);
  return schema ? requiredShape(document, schema) : {};
}
