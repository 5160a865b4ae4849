import { Ajv2020 } from "ajv/dist/2020.js";
import { documents } from "./documents.js";

const ajv = new Ajv2020({ strict: false, validateFormats: false });
for (const [provider, document] of Object.entries(documents)) ajv.addSchema(document, provider);

/** What the document does not allow about an answer. */
export function documentIssues(
  provider: "ibm-video" | "blendvision" | null,
  operationId: string | null,
  status: number,
  body: unknown,
): string[] {
  if (provider === null) return ["no document is meant"];
  const pointer = findSchema(provider, operationId ?? "", String(status));
  if (pointer === undefined) return [`${operationId} documents no ${status}`];
  const validate = ajv.compile({ $ref: `${provider}#${pointer}` });
  if (validate(body)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function findSchema(provider: "ibm-video" | "blendvision", id: string, status: string) {
  const { paths } = documents[provider];
  for (const item of Object.values(paths)) {
    for (const operation of Object.values(item)) {
      if (operation.operationId !== id) continue;
      const response = operation.responses[status] ?? operation.responses.default;
      const ref = (response as { $ref?: string } | undefined)?.$ref;
      if (ref === undefined) return undefined;
      return `${ref.slice(1)}/content/application~1json/schema`;
    }
  }
  return undefined;
}
