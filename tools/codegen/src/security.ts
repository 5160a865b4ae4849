import type { DocumentedScheme, OpenApiDocument, SecurityRequirement } from "./document.js";
import { Refusal, within } from "./refusal.js";
import { resolve } from "./resolve.js";
import type { SecurityScheme } from "./table.js";

const bearer: SecurityScheme = { header: "authorization", prefix: "Bearer " };
// Of IBM's token endpoint: the bare secret, not the base64(id:secret) of RFC 7617.
const basic: SecurityScheme = { header: "authorization", prefix: "Basic " };

/** How each credential of the document travels. */
export function securitySchemes(document: OpenApiDocument): Record<string, SecurityScheme> {
  const schemes: Record<string, SecurityScheme> = {};
  for (const [name, node] of Object.entries(document.components?.securitySchemes ?? {})) {
    schemes[name] = within(`security scheme ${name}`, () => scheme(resolve(document, node)));
  }
  return schemes;
}

function scheme({ type, scheme, in: place, name }: DocumentedScheme): SecurityScheme {
  if (type === "http" && scheme?.toLowerCase() === "bearer") return bearer;
  if (type === "http" && scheme?.toLowerCase() === "basic") return basic;
  if (type === "apiKey" && place === "header" && name) return { header: name.toLowerCase() };
  const found = [type, scheme ?? place].filter(Boolean).join(" ");
  throw new Refusal(`${found} is not supported; use http bearer, http basic or a header apiKey`);
}

/** Names of the schemes that an operation needs, all of them together. */
export function neededSchemes(
  document: OpenApiDocument,
  security: readonly SecurityRequirement[] | undefined,
): string[] {
  if (security === undefined) {
    throw new Refusal("no security is declared; write `security: []` when none is needed");
  }
  const [requirement = {}, ...alternatives] = security;
  if (alternatives.length > 0) {
    // A table row cannot say "or", and picking one would send the wrong credential to someone.
    throw new Refusal("security lists alternatives; one set of schemes per operation is supported");
  }
  const names = Object.keys(requirement);
  const unknown = names.find((name) => !document.components?.securitySchemes?.[name]);
  if (unknown !== undefined) throw new Refusal(`security names ${unknown}, which is not declared`);
  return names;
}
