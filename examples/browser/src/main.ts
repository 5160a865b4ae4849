import { type OpenSession, openChat } from "roomkey";
import { blendvision } from "roomkey/blendvision";
import { ibmVideo } from "roomkey/ibm-video";
import { prefill } from "./prefill.js";
import { setUpCard } from "./set-up-card.js";

prefill(document.querySelectorAll("input"), new URLSearchParams(location.search));

setUpCard("ibm-video", ({ text, baseUrl }, signal): Promise<OpenSession> => {
  const channelId = text("ibmChannelId");
  const accessToken = text("accessToken");
  return openChat(ibmVideo({ channelId, accessToken, ...baseUrl("ibmBaseUrl") }), { signal });
});

setUpCard("blendvision", ({ text, baseUrl }, signal): Promise<OpenSession> => {
  const chatroomToken = text("chatroomToken");
  return openChat(blendvision({ chatroomToken, ...baseUrl("blendvisionBaseUrl") }), { signal });
});
