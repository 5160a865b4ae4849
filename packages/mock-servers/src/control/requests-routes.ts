import type { JournalEntry } from "../journal.js";
import { filterEntries, matcher } from "../journal-filter.js";
import { ControlError } from "./control-error.js";
import type { ControlCall, ControlRoute, QueryParameter } from "./control-route.js";
import { toHar } from "./har.js";
import { FILTER_PARAMETERS, readFilter, readWhole } from "./read-filter.js";
import { streamEvents } from "./stream-events.js";

const NDJSON = "application/x-ndjson";
const EVENTS = "text/event-stream";

const COUNT_PARAMETERS: readonly QueryParameter[] = ["exactly", "atLeast", "atMost"].map(
  (name) => ({
    name,
    description: "Answers 409 when the count is another.",
    schema: { type: "integer", minimum: 0 },
  }),
);

/** What came in. */
export const REQUESTS_ROUTES: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/requests",
    operationId: "listRequests",
    summary: "Lists the requests of the journal, oldest first, without their secrets.",
    query: FILTER_PARAMETERS,
    answers: { 200: "The requests that are meant." },
    handle: (call) => ({ status: 200, body: { requests: find(call) } }),
  },
  {
    method: "GET",
    path: "/requests.ndjson",
    operationId: "exportRequests",
    summary: "The same, one JSON object on a line.",
    query: FILTER_PARAMETERS,
    answers: { 200: ["One request on a line.", NDJSON] },
    handle: (call) => ({
      status: 200,
      type: NDJSON,
      body: find(call)
        .map((entry) => `${JSON.stringify(entry)}\n`)
        .join(""),
    }),
  },
  {
    method: "GET",
    path: "/requests.har",
    operationId: "exportHar",
    summary: "The same as an HTTP archive, for browsers' network panels and other tools.",
    query: FILTER_PARAMETERS,
    answers: { 200: "An HTTP archive (HAR 1.2)." },
    handle: (call) => ({ status: 200, body: toHar(find(call), call.baseUrl) }),
  },
  {
    method: "GET",
    path: "/requests/events",
    operationId: "streamRequests",
    summary: "Sends each request as it comes in; `after` or `Last-Event-ID` also those before.",
    query: FILTER_PARAMETERS.filter(({ name }) => name !== "limit"),
    answers: { 200: ["Server-sent events called `request`.", EVENTS] },
    handle: ({ session, query, headers }) => {
      const filter = readFilter(query);
      const last = headers["last-event-id"];
      const after = last === undefined ? filter.after : readWhole("Last-Event-ID", last);
      const missed =
        after === undefined ? [] : filterEntries(session.requests(), { ...filter, after });
      const stream = streamEvents(session.journal, matcher(filter), missed);
      return { status: 200, type: EVENTS, stream };
    },
  },
  {
    method: "GET",
    path: "/requests/count",
    operationId: "countRequests",
    summary: "Counts requests, and checks the count: made for assertions in tests.",
    query: [...FILTER_PARAMETERS, ...COUNT_PARAMETERS],
    answers: { 200: "The count, as expected where something was." },
    handle: (call) => {
      const count = find(call).length;
      const wrong = COUNT_PARAMETERS.map(({ name }) => checkCount(call.query, name, count));
      const reason = wrong.find((one) => one !== undefined);
      if (reason !== undefined) throw new ControlError(reason, 409);
      return { status: 200, body: { count } };
    },
  },
  {
    method: "DELETE",
    path: "/requests",
    operationId: "clearRequests",
    summary: "Empties the journal.",
    answers: { 204: "It is empty." },
    handle: ({ session }) => {
      session.journal.clear();
      return { status: 204 };
    },
  },
];

function find({ session, query }: ControlCall): JournalEntry[] {
  return filterEntries(session.requests(), readFilter(query));
}

function checkCount(query: URLSearchParams, name: string, count: number): string | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  const wanted = readWhole(name, text);
  const met =
    name === "exactly" ? count === wanted : name === "atLeast" ? count >= wanted : count <= wanted;
  const words = name.replace("at", "at ").toLowerCase();
  return met ? undefined : `Expected ${words} ${wanted} such requests, there are ${count}`;
}
