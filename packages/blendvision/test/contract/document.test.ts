import { describeContract } from "@roomkey/contract";
import document from "@roomkey/specs/blendvision-chatroom.json" with { type: "json" };
import { createBlendVisionClient } from "../../src/index.js";
import { createBlendVisionServerClient } from "../../src/server.js";

/** The names that the gRPC documentation gives to the codes of the documented examples. */
const NAMES: Readonly<Record<number, string>> = {
  0: "OK",
  3: "INVALID_ARGUMENT",
  5: "NOT_FOUND",
  7: "PERMISSION_DENIED",
  8: "RESOURCE_EXHAUSTED",
  13: "INTERNAL",
  14: "UNAVAILABLE",
  16: "UNAUTHENTICATED",
};

describeContract("blendvision", {
  document,
  clients: ({ blendvision: baseUrl }) => [
    createBlendVisionClient({ chatroomToken: "fake-chatroom-token", baseUrl, retry: false }),
    createBlendVisionServerClient({
      apiToken: "fake-api-token",
      organizationId: "fake-organization",
      baseUrl,
      retry: false,
    }),
  ],
  providerCode: (body) => NAMES[(body as { code: number }).code] ?? null,
});
