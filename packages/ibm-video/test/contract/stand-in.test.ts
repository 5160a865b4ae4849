import { createStandIn, describeContract } from "@roomkey/contract";
import document from "@roomkey/specs/ibm-video-chat.json" with { type: "json" };
import { createIbmVideoClient } from "../../src/index.js";

const PATH = "/channels/{channelId}/chat.json";

// One operation, with a stand-in for Prism behind its adapter: nothing else leans on Prism.
describeContract(
  "ibm-video with a stand-in for Prism",
  {
    document: { ...document, paths: { [PATH]: document.paths[PATH] } },
    baseUrl: ({ ibmVideo }) => ibmVideo,
    clients: ({ credential, ...settings }) => {
      const options = { accessToken: credential, retry: false, ...settings } as const;
      return [{ initializeChat: createIbmVideoClient(options).initializeChat }];
    },
    providerCode: (body) => (body as { error?: string }).error ?? null,
  },
  { createEngine: createStandIn },
);
