import type { ControlRoute } from "./control-route.js";

export type FoundRoute =
  | {
      readonly kind: "route";
      readonly route: ControlRoute;
      readonly params: Readonly<Record<string, string>>;
    }
  | { readonly kind: "unknown-method"; readonly allow: readonly string[] }
  | { readonly kind: "unknown-path" };

/** Finds an operation of the control API; HEAD is answered by the GET of the same path. */
export function findControlRoute(
  routes: readonly ControlRoute[],
  method: string,
  path: string,
): FoundRoute {
  const wanted = method === "HEAD" ? "GET" : method;
  const allow: string[] = [];
  for (const route of routes) {
    const params = matchPath(route.path, path);
    if (!params) continue;
    if (route.method === wanted) return { kind: "route", route, params };
    allow.push(route.method);
  }
  return allow.length > 0 ? { kind: "unknown-method", allow } : { kind: "unknown-path" };
}

function matchPath(template: string, path: string): Record<string, string> | undefined {
  const wanted = template.split("/");
  const parts = path.split("/");
  if (wanted.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const given = parts[index] ?? "";
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    if (name === undefined) {
      if (part !== given) return undefined;
    } else {
      if (given === "") return undefined;
      try {
        params[name] = decodeURIComponent(given);
      } catch {
        return undefined;
      }
    }
  }
  return params;
}
