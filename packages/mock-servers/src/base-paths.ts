import type { Server } from "./openapi.js";

/**
 * The path of each server, without a slash at its end; `""` for a server at the root of its host, and
 * where no server is documented. Variables have their default.
 */
export function basePaths(servers: readonly Server[] = []): string[] {
  const paths = servers.map(({ url, variables = {} }) => {
    const filled = url.replace(/\{([^}]+)\}/g, (text, name: string) =>
      Object.hasOwn(variables, name) ? String(variables[name]?.default) : text,
    );
    // Without its scheme and host; a relative URL has none.
    const path = filled.replace(/^([a-z][a-z0-9+.-]*:)?\/\/[^/?#]*/i, "").replace(/[?#].*$/s, "");
    const trimmed = path.replace(/\/+$/, "");
    return trimmed === "" || trimmed.startsWith("/") ? trimmed : `/${trimmed}`;
  });
  return paths.length === 0 ? [""] : [...new Set(paths)];
}
