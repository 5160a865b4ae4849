import { type ConsumerCall, consumerCalls } from "./consumer-calls.js";

/** The same forty calls in the manner of each library. */
export const consumers = { roomkey, "openapi-fetch": openapiFetch, "hey-api": heyApi } as const;

export type ConsumerName = keyof typeof consumers;

function roomkey(): string {
  return file(
    [
      'import { createBlendVisionClient } from "@roomkey/blendvision";',
      'import { createBlendVisionServerClient } from "@roomkey/blendvision/server";',
      'import { createIbmVideoClient } from "@roomkey/ibm-video";',
      'import { createIbmVideoServerClient } from "@roomkey/ibm-video/server";',
      'const ibm = createIbmVideoClient({ accessToken: "fake" });',
      'const ibmServer = createIbmVideoServerClient({ clientSecret: "fake" });',
      'const bv = createBlendVisionClient({ chatroomToken: "fake" });',
      "const bvServer = createBlendVisionServerClient({",
      '  apiToken: "fake",',
      '  organizationId: "fake",',
      "});",
    ],
    ({ document, operationId, server, pathInput, body }) => {
      const client = `${document === "ibm-video-chat" ? "ibm" : "bv"}${server ? "Server" : ""}`;
      const parts = [pathInput && `path: ${pathInput}`, body && `body: ${body}`].filter(Boolean);
      return `const data = await ${client}.${operationId}({ ${parts.join(", ")} });`;
    },
    "data.",
  );
}

function openapiFetch(): string {
  return file(
    [
      'import createClient from "openapi-fetch";',
      'import type { paths as Bv } from "./openapi-typescript/blendvision-chatroom.js";',
      'import type { paths as Ibm } from "./openapi-typescript/ibm-video-chat.js";',
      "const ibm = createClient<Ibm>({});",
      "const bv = createClient<Bv>({});",
    ],
    ({ document, method, path, pathInput, body }) => {
      const client = document === "ibm-video-chat" ? "ibm" : "bv";
      const parts = [pathInput && `params: { path: ${pathInput} }`, body && `body: ${body}`];
      const options = parts.filter(Boolean).join(", ");
      return `const { data } = await ${client}.${method}("${path}", { ${options} });`;
    },
    "data?.",
  );
}

function heyApi(): string {
  const names = (document: string) =>
    [
      ...new Set(
        consumerCalls.filter((call) => call.document === document).map((call) => call.operationId),
      ),
    ].join(", ");
  return file(
    [
      `import { ${names("ibm-video-chat")} } from "./hey-api/ibm-video-chat/index.js";`,
      `import { ${names("blendvision-chatroom")} } from "./hey-api/blendvision-chatroom/index.js";`,
    ],
    ({ operationId, pathInput, body }) => {
      const parts = [pathInput && `path: ${pathInput}`, body && `body: ${body}`].filter(Boolean);
      return `const { data } = await ${operationId}({ ${parts.join(", ")} });`;
    },
    "data?.",
  );
}

function file(
  head: readonly string[],
  call: (call: ConsumerCall) => string,
  data: "data." | "data?.",
): string {
  const functions = consumerCalls.map((one, index) => {
    const reads = one.read.map((member) => `  console.log(${data}${member});`);
    return [`export async function call${index}() {`, `  ${call(one)}`, ...reads, "}"].join("\n");
  });
  return [...head, ...functions, ""].join("\n");
}
