import { describeVectors } from "@roomkey/contract/vectors";
import { createBlendVisionClient } from "../../src/index.js";
import { createBlendVisionServerClient } from "../../src/server.js";

describeVectors("blendvision", {
  document: "blendvision-chatroom",
  baseUrl: (mocks) => mocks.blendvision,
  clients: (baseUrl, { chatroomToken = "", apiToken = "", organizationId = "" }) => [
    createBlendVisionClient({ chatroomToken, baseUrl, retry: false }),
    createBlendVisionServerClient({ apiToken, organizationId, baseUrl, retry: false }),
  ],
});
