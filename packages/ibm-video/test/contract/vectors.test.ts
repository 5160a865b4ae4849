import { describeVectors } from "@roomkey/contract/vectors";
import { createIbmVideoClient } from "../../src/index.js";
import { createIbmVideoServerClient } from "../../src/server.js";

describeVectors("ibm-video", {
  document: "ibm-video-chat",
  baseUrl: ({ ibmVideo }) => ibmVideo,
  clients: (baseUrl, { accessToken = "", clientSecret = "" }) => [
    createIbmVideoClient({ accessToken, baseUrl, retry: false }),
    createIbmVideoServerClient({ clientSecret, baseUrl, retry: false }),
  ],
});
