import { openOnServer } from "./open-on-server.ts";

const [ibmVideo = "", blendvision = ""] = Deno.args;
console.log(JSON.stringify(await openOnServer({ ibmVideo, blendvision })));
