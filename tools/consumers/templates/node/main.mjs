import { openOnServer } from "./open-on-server.mjs";

const [ibmVideo, blendvision] = process.argv.slice(2);
console.log(JSON.stringify(await openOnServer({ ibmVideo, blendvision })));
