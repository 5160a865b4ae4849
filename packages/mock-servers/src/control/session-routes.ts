import { ControlError } from "./control-error.js";
import type { ControlRoute } from "./control-route.js";

/** The sessions themselves. */
export const SESSION_ROUTES: readonly ControlRoute[] = [
  {
    method: "POST",
    path: "/reset",
    operationId: "reset",
    summary: "Forgets everything of the session: a fresh start between two tests.",
    answers: { 204: "It is as it was at the start." },
    handle: ({ session }) => {
      session.reset();
      return { status: 204 };
    },
  },
  {
    method: "GET",
    path: "/sessions",
    operationId: "listSessions",
    summary: "Lists the sessions.",
    answers: { 200: "Their names." },
    handle: ({ sessions }) => ({ status: 200, body: { sessions: sessions.names() } }),
  },
  {
    method: "DELETE",
    path: "/sessions/{name}",
    operationId: "closeSession",
    summary: "Forgets a session and all that it holds.",
    answers: { 204: "It is forgotten." },
    handle: ({ sessions, params: { name = "" } }) => {
      if (sessions.close(name)) return { status: 204 };
      throw new ControlError(`There is no session ${name} that could be closed`, 404);
    },
  },
];
