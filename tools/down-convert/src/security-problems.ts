import { isObject, type Json, type JsonObject } from "./json.js";
import { pointerTo } from "./report.js";

const WITH_SCOPES = ["oauth2", "openIdConnect"];

/** Security that 3.0 has no words for: mutual TLS, and roles of schemes that have no scopes. */
export function securityProblems(document: JsonObject): string[] {
  const components = isObject(document.components) ? document.components : {};
  const schemes = isObject(components.securitySchemes) ? components.securitySchemes : {};
  const problems = Object.entries(schemes)
    .filter(([, scheme]) => isObject(scheme) && scheme.type === "mutualTLS")
    .map(([name]) => `/components/securitySchemes/${name} is mutualTLS`);

  const check = (requirements: Json | undefined, place: string): void => {
    if (!Array.isArray(requirements)) return;
    for (const [index, requirement] of requirements.entries()) {
      for (const [name, roles] of Object.entries(isObject(requirement) ? requirement : {})) {
        const scheme = schemes[name];
        const scoped = isObject(scheme) && WITH_SCOPES.includes(String(scheme.type));
        if (scoped || (Array.isArray(roles) && roles.length === 0)) continue;
        problems.push(`${pointerTo(pointerTo(place, index), name)} has roles`);
      }
    }
  };
  check(document.security, "/security");
  for (const [path, item] of Object.entries(isObject(document.paths) ? document.paths : {})) {
    for (const [method, operation] of Object.entries(isObject(item) ? item : {})) {
      const place = pointerTo(pointerTo("/paths", path), method);
      if (isObject(operation)) check(operation.security, `${place}/security`);
    }
  }
  return problems;
}
