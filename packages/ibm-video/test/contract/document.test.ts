import { describeContract } from "@roomkey/contract";
import document from "@roomkey/specs/ibm-video-chat.json" with { type: "json" };
import { createIbmVideoClient } from "../../src/index.js";
import { createIbmVideoServerClient } from "../../src/server.js";

describeContract("ibm-video", {
  document,
  clients: ({ ibmVideo: baseUrl }) => [
    createIbmVideoClient({ accessToken: "fake-access-token", baseUrl, retry: false }),
    createIbmVideoServerClient({ clientSecret: "fake-client-secret", baseUrl, retry: false }),
  ],
  providerCode: (body) => (body as { error?: string }).error ?? null,
});
