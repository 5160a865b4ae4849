// The error values and codes that the vendors document, by status.
import { describe, expect, test } from "vitest";
import { apis, bodiesOf, object, operationsOf, readDocument } from "./document.js";

const CHAT = {
  400: ["bad_request"],
  401: ["invalid_token"],
  402: ["invalid_request"],
  404: ["not_found"],
  429: ["too_many_requests"],
  503: [undefined, "server_error"],
};
const VENDOR = 0;

const expected: Record<string, Record<string, unknown[]>> = {
  initializeChat: CHAT,
  initializeGroupChat: { ...CHAT, 403: ["lack_of_ownership"] },
  createAccessToken: {
    400: ["invalid_client", "invalid_grant", "invalid_request"],
    501: ["unsupported_grant_type"],
    503: ["server_error"],
  },
};
const GRPC = {
  400: [3, 3, VENDOR],
  401: [16, 16, VENDOR],
  403: [7, VENDOR],
  500: [13, VENDOR],
  default: [14, 5, 8, VENDOR],
};

describe.each(apis)("error examples of %s", (api) => {
  const document = readDocument(api);
  const member = api === "ibm-video-chat" ? "error" : "code";

  test.each(operationsOf(document).map((entry) => ({ ...entry })))("$id", (entry) => {
    const values = bodiesOf(document, entry)
      .filter(({ of }) => of !== "request" && of !== "200")
      .map(({ of, examples }) => [of, examples.map(({ value }) => object(value)[member])]);
    expect(Object.fromEntries(values)).toEqual(expected[entry.id] ?? GRPC);
  });
});
