import { openChat } from "roomkey";
import { ibmVideo } from "roomkey/ibm-video";

// A page for one platform, which is not to carry the other one's code.
window.report = openChat(ibmVideo({ channelId: "1234", accessToken: "fake-access-token" }));
