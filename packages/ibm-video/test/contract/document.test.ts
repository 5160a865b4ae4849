import { describeContract } from "@roomkey/contract";
import document from "@roomkey/specs/ibm-video-chat.json" with { type: "json" };
import { createIbmVideoClient } from "../../src/index.js";
import { createIbmVideoServerClient } from "../../src/server.js";

describeContract("ibm-video", {
  document,
  baseUrl: ({ ibmVideo }) => ibmVideo,
  clients: ({ credential, ...settings }) => [
    createIbmVideoClient({ accessToken: credential, retry: false, ...settings }),
    createIbmVideoServerClient({ clientSecret: credential, retry: false, ...settings }),
  ],
  providerCode: (body) => (body as { error?: string }).error ?? null,
});
