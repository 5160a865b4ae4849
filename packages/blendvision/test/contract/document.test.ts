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
  baseUrl: (mocks) => mocks.blendvision,
  clients: ({ credential, ...settings }) => [
    createBlendVisionClient({ chatroomToken: credential, retry: false, ...settings }),
    createBlendVisionServerClient({
      apiToken: credential,
      organizationId: credential,
      retry: false,
      ...settings,
    }),
  ],
  providerCode: (body) => NAMES[(body as { code: number }).code] ?? null,
});
