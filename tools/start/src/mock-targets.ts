import type { Targets } from "./targets.js";

/** The walk against the mock servers, which take any credentials that are well formed. */
export function mockTargets(baseUrls: { ibmVideo: string; blendvision: string }): Targets {
  return {
    ibmVideo: {
      baseUrl: baseUrls.ibmVideo,
      channelId: "1234",
      accessToken: "fake-access-token",
      groupChat: { participantIds: ["ada", "grace"], name: "Our chat" },
    },
    blendvision: {
      baseUrl: baseUrls.blendvision,
      access: { apiToken: "fake-api-token", organizationId: "fake-organization" },
    },
  };
}
