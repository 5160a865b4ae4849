import type { Operation } from "./operations.js";
import { decodePercent } from "./percent.js";
import type { Violation } from "./violation.js";
import { violation } from "./violation.js";

/** What a method and a path lead to. */
export type Route = OperationRoute | UnknownMethod | { readonly kind: "unknown-path" };

export interface OperationRoute {
  readonly kind: "operation";
  readonly operation: Operation;
  /** Decoded. */
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly violations: readonly Violation[];
}

export interface UnknownMethod {
  readonly kind: "unknown-method";
  readonly allow: readonly string[];
}

/** Finds operations by method and path; HEAD is answered by the GET of the same path. */
export class Router {
  readonly #templates: readonly Template[];

  constructor(operations: readonly Operation[]) {
    // A path without parameters wins over a template that would match it as well.
    this.#templates = operations
      .flatMap((operation) => operation.basePaths.map((base) => toTemplate(operation, base)))
      .sort((a, b) => a.parameterNames.length - b.parameterNames.length);
  }

  find(method: string, path: string): Route {
    const segments = path.split("/").map(decodeSegment);
    const matches = this.#templates.flatMap((template) => matchTemplate(template, segments) ?? []);
    if (matches.length === 0) return { kind: "unknown-path" };
    const wanted = method === "HEAD" ? "GET" : method;
    const found = matches.find(({ operation }) => operation.method === wanted);
    return found ?? { kind: "unknown-method", allow: allowedMethods(matches) };
  }
}

interface Template {
  readonly operation: Operation;
  /** One pattern for each part between slashes, to be matched after decoding. */
  readonly patterns: readonly RegExp[];
  readonly parameterNames: readonly string[];
}

interface Segment {
  readonly text: string;
  readonly broken: boolean;
}

function toTemplate(operation: Operation, basePath: string): Template {
  const parameterNames: string[] = [];
  const patterns = (basePath + operation.path).split("/").map((part) => {
    const source = part.replace(/\{([^}]+)\}|[^{]+/g, (text, name: string | undefined) => {
      if (name === undefined) return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      parameterNames.push(name);
      return "(.+)";
    });
    return new RegExp(`^${source}$`, "s");
  });
  return { operation, patterns, parameterNames };
}

function decodeSegment(raw: string): Segment {
  const text = decodePercent(raw);
  return text === undefined ? { text: raw, broken: true } : { text, broken: false };
}

function matchTemplate(
  { operation, patterns, parameterNames }: Template,
  segments: readonly Segment[],
): OperationRoute | undefined {
  if (segments.length !== patterns.length) return undefined;
  const parameters: [string, string][] = [];
  const violations: Violation[] = [];
  for (const [index, segment] of segments.entries()) {
    const match = patterns[index]?.exec(segment.text);
    if (!match) return undefined;
    for (const value of match.slice(1)) {
      const name = parameterNames[parameters.length] ?? "";
      parameters.push([name, value]);
      if (!segment.broken) continue;
      violations.push(
        violation("undecodable", `Request path parameter ${name} has a bad percent escape`),
      );
    }
  }
  return {
    kind: "operation",
    operation,
    pathParameters: Object.fromEntries(parameters),
    violations,
  };
}

function allowedMethods(matches: readonly OperationRoute[]): string[] {
  const methods = new Set(matches.map(({ operation }) => operation.method));
  if (methods.has("GET")) methods.add("HEAD");
  methods.add("OPTIONS");
  return [...methods].sort();
}
