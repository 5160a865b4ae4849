// The only file that knows Prism. Why it is the engine and not the server, and why these versions:
// docs/decisions/0003-mock-servers.md.

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { IHttpConfig, IHttpRequest } from "@stoplight/prism-http";
import type { Choice } from "./choice.js";
import { FORM } from "./decode-body.js";
import type { AnswerOptions, Engine, EngineAnswer, EngineRequest } from "./engine.js";
import { withLazyModule } from "./lazy-module.js";
import type { OpenApiDocument } from "./openapi.js";
import { problem } from "./problem.js";
import { refusalFor } from "./refusal.js";
import type { Violation } from "./violation.js";
import { violation } from "./violation.js";

type PrismHttp = typeof import("@stoplight/prism-http");
type PrismCore = typeof import("@stoplight/prism-core");
type Prism = ReturnType<PrismHttp["createInstance"]>;
type PrismOperation = Awaited<ReturnType<PrismHttp["getHttpOperationsFromSpec"]>>[number];
type PrismResult = Awaited<ReturnType<ReturnType<Prism["request"]>>>;
type PrismOutput = Extract<PrismResult, { _tag: "Right" }>["right"];
type Rendered = Pick<EngineAnswer, "status" | "headers" | "body">;

/**
 * The media type under which Prism sees forms: already decoded, with the same schema. Its own form
 * decoder keeps only the last of repeated keys and throws on broken escapes.
 */
const DECODED_FORM = "application/x-roomkey-decoded-form";

/** Makes an engine for one bundled document. The first call takes half a second: it loads Prism. */
export async function createPrismEngine(document: OpenApiDocument): Promise<Engine> {
  const { http, core } = loadPrism();
  // Prism resolves references in place, so it gets a copy.
  const operations = await http.getHttpOperationsFromSpec(structuredClone(document));
  for (const operation of operations) addDecodedForm(operation);
  return new PrismEngine(http, core, operations);
}

class PrismEngine implements Engine {
  readonly #http: PrismHttp;
  readonly #operations: ReadonlyMap<string, PrismOperation>;
  /** Validates and renders nothing. */
  readonly #judge: Prism;
  /** Renders and validates nothing, so that any documented answer can be had at any time. */
  readonly #renderer: Prism;
  /** Static answers do not depend on the request, and there are no more of them than documented. */
  readonly #rendered = new Map<string, Rendered>();
  #dynamicTurn: Promise<unknown> = Promise.resolve();

  constructor(http: PrismHttp, core: PrismCore, operations: readonly PrismOperation[]) {
    this.#http = http;
    this.#operations = new Map(operations.map((operation) => [keyOf(operation), operation]));
    const logger = core.createLogger("mock-servers", { level: "silent" });
    // Routing is done by the front, which hands over one operation.
    const route = ({ resources }: { resources: PrismOperation[] }) =>
      right(resources[0] as PrismOperation);
    this.#judge = http.createInstance(config({ dynamic: false }, true), {
      logger,
      route,
      mock: () => () => right({ statusCode: 200 }),
    });
    this.#renderer = http.createInstance(config({ dynamic: false }, false), { logger, route });
  }

  async answer(request: EngineRequest, options: AnswerOptions): Promise<EngineAnswer> {
    const { operation } = request;
    const violations = [...options.violations];
    // What could not be decoded has no values that could be validated.
    if (violations.every(({ kind }) => kind === "credentials" || kind === "invalid")) {
      violations.push(...(await this.#validate(request)));
    }
    if (violations.length === 0 || options.force) {
      return { ...(await this.#render(request, options)), operationId: operation.id, violations };
    }
    const refusal = refusalFor(operation, violations);
    const asked = options.status === refusal.status ? options.example : undefined;
    const rendered = refusal.documented
      ? await this.#render(request, { ...refusal, ...(asked !== undefined && { example: asked }) })
      : problem("undocumented-refusal", refusal.status, violations[0]?.message ?? "");
    return { ...rendered, operationId: operation.id, violations };
  }

  async #validate(request: EngineRequest): Promise<Violation[]> {
    const input = toPrismRequest(request);
    const { validations } = await run(this.#judge, input, this.#operation(request));
    return validations.input
      .filter(({ severity }) => severity === 0)
      .map(({ message, path = [] }) => violation("invalid", describe(message, path, request)));
  }

  async #render(request: EngineRequest, choice: Choice): Promise<Rendered> {
    if (!choice.dynamic) {
      const key = `${keyOf(request.operation)} ${choice.status} ${choice.example ?? ""}`;
      const known = this.#rendered.get(key);
      if (known) return known;
      const rendered = deepFreeze(await this.#renderNow(request, choice));
      this.#rendered.set(key, rendered);
      return rendered;
    }
    // Prism seeds a generator that the whole process shares: one dynamic answer at a time, each
    // from a fresh generator, or a seed would leak into answers that ask for none.
    const turn = this.#dynamicTurn.then(() => {
      this.#http.resetJSONSchemaGenerator();
      return this.#renderNow(request, choice);
    });
    this.#dynamicTurn = turn.catch(() => undefined);
    return turn;
  }

  async #renderNow(request: EngineRequest, choice: Choice): Promise<Rendered> {
    const { output } = await run(
      this.#renderer,
      { method: "get", url: { path: "/" } },
      this.#operation(request),
      config(toPrismChoice(choice), false),
    );
    const headers = Object.entries(output.headers ?? {})
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => [name.toLowerCase(), String(value)] as const)
      .filter(([name]) => name !== "content-type" || output.body !== undefined);
    return {
      status: output.statusCode,
      headers: Object.fromEntries(headers),
      body: output.body,
    };
  }

  #operation({ operation }: EngineRequest): PrismOperation {
    const found = this.#operations.get(keyOf(operation));
    if (!found) throw new Error(`Prism does not know the operation ${operation.id}`);
    return found;
  }
}

function loadPrism(): { http: PrismHttp; core: PrismCore } {
  const require = createRequire(import.meta.url);
  // One file that scripts/bundle-engine.mjs makes when the package is built; the sources do without.
  const bundle = fileURLToPath(new URL("./prism.bundle.cjs", import.meta.url));
  if (existsSync(bundle)) return require(bundle) as { http: PrismHttp; core: PrismCore };
  const http = require.resolve("@stoplight/prism-http");
  const faker = createRequire(http).resolve("@faker-js/faker");
  // Two thirds of the loading time are @faker-js/faker, which only schemas with `x-faker` need.
  return withLazyModule(require, faker, () => ({
    http: require("@stoplight/prism-http") as PrismHttp,
    core: require("@stoplight/prism-core") as PrismCore,
  }));
}

function keyOf({ method, path }: { readonly method: string; readonly path: string }): string {
  return `${method.toUpperCase()} ${path}`;
}

function addDecodedForm(operation: PrismOperation): void {
  const contents = operation.request?.body?.contents;
  const form = contents?.find(({ mediaType }) => mediaType.toLowerCase() === FORM);
  if (form) contents?.push({ ...form, mediaType: DECODED_FORM, encodings: [] });
}

function config(mock: IHttpConfig["mock"], validateRequest: boolean): IHttpConfig {
  return {
    isProxy: false,
    // Prism compares scheme names by case and wants base64 after `Basic`: credentials.ts checks.
    checkSecurity: false,
    validateRequest,
    validateResponse: false,
    errors: false,
    upstreamProxy: undefined,
    mock,
  };
}

function toPrismChoice({ status, example, dynamic, seed }: Choice): IHttpConfig["mock"] {
  return {
    dynamic: dynamic ?? false,
    ...(status !== undefined && { code: status }),
    ...(example !== undefined && { exampleKey: example }),
    ...(seed !== undefined && { seed }),
  };
}

function toPrismRequest(request: EngineRequest): IHttpRequest {
  const { operation, pathParameters, body, mediaType } = request;
  // Encoded anew: Prism takes a raw comma in a path parameter for the start of a list.
  const path = operation.path.replace(/\{([^}]+)\}/g, (_, name: string) =>
    encodeURIComponent(pathParameters[name] ?? ""),
  );
  const query = Object.entries(request.query).map(([name, value]) => [
    name,
    typeof value === "string" ? value : [...value],
  ]);
  return {
    method: operation.method.toLowerCase() as IHttpRequest["method"],
    url: { path, query: Object.fromEntries(query) },
    headers: {
      ...request.headers,
      "content-type": (mediaType === FORM ? DECODED_FORM : mediaType) ?? "",
      "content-length": body === undefined ? "0" : "1",
    },
    body,
  };
}

/** Prism's sentence, with the names as the document spells them. */
function describe(message: string, path: readonly string[], request: EngineRequest): string {
  if (message === "Body parameter is required") return "Request body is required";
  const name = path[0] === "path" ? path[1] : undefined;
  const spelt = Object.keys(request.pathParameters).find((known) => known.toLowerCase() === name);
  return spelt && name ? message.replace(`parameter ${name}`, `parameter ${spelt}`) : message;
}

async function run(
  prism: Prism,
  input: IHttpRequest,
  operation: PrismOperation,
  settings?: IHttpConfig,
): Promise<PrismOutput> {
  const result = await prism.request(input, [operation], settings)();
  if (result._tag === "Left") throw result.left;
  return result.right;
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const member of Object.values(value)) deepFreeze(member);
  return Object.freeze(value);
}

function right<Value>(value: Value): { readonly _tag: "Right"; readonly right: Value } {
  return { _tag: "Right", right: value };
}
