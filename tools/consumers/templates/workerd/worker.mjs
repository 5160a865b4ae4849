import { openOnServer } from "./open-on-server.mjs";

export default {
  async fetch(request) {
    const baseUrls = Object.fromEntries(new URL(request.url).searchParams);
    return Response.json(await openOnServer(baseUrls));
  },
};
