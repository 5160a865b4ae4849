import { openOnServer } from "./open-on-server.js";

const [ibmVideo = "", blendvision = ""] = process.argv.slice(2);
openOnServer({ ibmVideo, blendvision }).then((report) => console.log(JSON.stringify(report)));
