import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "@roomkey/registry";
import { expect, inject, it } from "vitest";

it("can be required from CommonJS, all clients being the same modules as imported", async () => {
  const file = join(inject("project"), "required.cjs");
  await writeFile(
    file,
    `const required = [
       require("roomkey").openChat,
       require("roomkey/ibm-video").ibmVideo,
       require("roomkey/blendvision").blendvision,
       require("roomkey/blendvision/server").blendvisionServer,
       require("@roomkey/ibm-video/server").ibmClientCredentials,
       require("@roomkey/blendvision/server").createBlendVisionServerClient,
       require("@roomkey/http").retry,
     ];
     import("roomkey").then(({ openChat }) => {
       console.log(required.every((part) => typeof part === "function"), openChat === required[0]);
     });`,
  );
  expect(await run(process.execPath, [file], { cwd: inject("project") })).toBe("true true\n");
});
