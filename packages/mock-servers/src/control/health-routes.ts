import type { ControlRoute } from "./control-route.js";
import { controlDocument } from "./openapi-document.js";

/** Whether the servers are there, and what the control API can do. */
export const HEALTH_ROUTES: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/health",
    operationId: "getHealth",
    summary: "Answers as soon as the port is open.",
    open: true,
    answers: { 200: "The process is up." },
    handle: () => ({ status: 200, body: { status: "up" } }),
  },
  {
    method: "GET",
    path: "/ready",
    operationId: "getReadiness",
    summary: "Tells whether every API can answer.",
    open: true,
    answers: { 200: "Every API can answer.", 503: "The engine is still loading." },
    handle: ({ isReady }) =>
      isReady()
        ? { status: 200, body: { status: "ready" } }
        : { status: 503, body: { status: "starting" } },
  },
  {
    method: "GET",
    path: "/openapi.json",
    operationId: "getControlDocument",
    summary: "This document.",
    answers: { 200: "An OpenAPI 3.1 document." },
    handle: ({ routes, baseUrl }) => ({ status: 200, body: controlDocument(routes, baseUrl) }),
  },
];
