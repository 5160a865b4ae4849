import { listedSources } from "./lists.mjs";

const BODYLESS = ["get", "head", "delete", "options", "trace"];

/** Go, Java and Swift make method names of it. */
const operationIdCamelCase = () => ({
  Operation({ operationId }, { report, location }) {
    if (/^[a-z]+([A-Z][a-z]+)+$/.test(operationId)) return;
    report({
      message: "An operationId is a verb and a noun in camelCase, ASCII letters only.",
      location: location.child("operationId"),
    });
  },
});

/** Where what we say of an operation comes from. */
const operationProvenance = () => ({
  Operation({ "x-provenance": sources }, { report, location }) {
    if (!Array.isArray(sources) || sources.length === 0) {
      report({ message: "x-provenance lists the sources.", location: location.key() });
      return;
    }
    for (const [index, source] of sources.entries()) {
      if (listedSources.has(source) && sources.indexOf(source) === index) continue;
      report({
        message: `"${source}" is listed twice, or not in SOURCES.md.`,
        location: location.child(["x-provenance", index]),
      });
    }
  },
});

const operationExternalDocs = () => ({
  Operation({ externalDocs }, { report, location }) {
    if (/^https:\/\/\S+$/.test(externalDocs?.url) && externalDocs.description) return;
    report({
      message: "externalDocs links to the vendor's page, with a description.",
      location: location.child("externalDocs"),
    });
  },
});

/** Proxies and clients drop it. */
const operationNoBody = () => ({
  Operation({ requestBody }, { report, location, key }) {
    if (requestBody === undefined || !BODYLESS.includes(key)) return;
    report({
      message: `A ${key.toUpperCase()} has no body.`,
      location: location.child("requestBody").key(),
    });
  },
});

/** An optional body is a second signature that no vendor documents. */
const requestBodyRequired = () => ({
  RequestBody({ required }, { report, location }) {
    if (required === true) return;
    report({ message: "A request body is required.", location: location.key() });
  },
});

/** A generated client returns one type. */
const operationOneSuccess = () => ({
  Operation({ responses = {} }, { report, location }) {
    const successes = Object.keys(responses).filter((status) => /^[123]/.test(status));
    if (successes.length === 1 && /^2\d\d$/.test(successes[0])) return;
    report({
      message: "An operation has exactly one answer below 400, and it is a 2xx.",
      location: location.child("responses"),
    });
  },
});

/** progenitor stops at a second error type, others make a union of them. */
const operationOneErrorType = () => ({
  Operation({ responses = {} }, { report, location, resolve }) {
    const errors = new Set();
    const successes = new Set();
    for (const [status, response] of Object.entries(responses)) {
      const { node, location: at = location } = resolve(response);
      for (const { schema } of Object.values(node?.content ?? {})) {
        if (schema === undefined) continue;
        const type = resolve(schema, at.source.absoluteRef).location?.absolutePointer ?? schema;
        (/^[123]/.test(status) ? successes : errors).add(type);
      }
    }
    if (errors.size === 1 && ![...errors].some((type) => successes.has(type))) return;
    report({
      message: `An operation has one error type, that is no success; this has ${errors.size}.`,
      location: location.child("responses"),
    });
  },
});

/** What takes a credential can refuse it. */
const operationUnauthorized = ({ except = [] }) => ({
  Operation({ operationId, security, responses = {} }, { report, location }) {
    const refuses = security?.length === 0 || "401" in responses;
    if (refuses || except.includes(operationId)) return;
    report({
      message: "An operation that takes a credential documents 401.",
      location: location.child("responses"),
    });
  },
});

export const operationRules = {
  "operation-id-camel-case": operationIdCamelCase,
  "operation-provenance": operationProvenance,
  "operation-external-docs": operationExternalDocs,
  "operation-no-body": operationNoBody,
  "request-body-required": requestBodyRequired,
  "operation-one-success": operationOneSuccess,
  "operation-one-error-type": operationOneErrorType,
  "operation-unauthorized": operationUnauthorized,
};
