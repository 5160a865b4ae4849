import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A document, as the pages show it. */
export interface ApiDocument {
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly Server[];
  readonly paths: Readonly<Record<string, unknown>>;
}

interface Server {
  readonly url: string;
  readonly description?: string;
}

/** Where the mock servers listen when nobody says otherwise. */
export const DEFAULT_MOCKS: MockAddresses = {
  "ibm-video-chat": "http://127.0.0.1:4010",
  "blendvision-chatroom": "http://127.0.0.1:4011",
};

/** Address of the mock server of each document. */
export type MockAddresses = Readonly<Record<DocumentName, string>>;
export type DocumentName = "ibm-video-chat" | "blendvision-chatroom";

/** What a document is called where there is little room. */
export const shortNames: Readonly<Record<DocumentName, string>> = {
  "ibm-video-chat": "IBM Video",
  "blendvision-chatroom": "BlendVision",
};

export const documentNames: readonly DocumentName[] = ["ibm-video-chat", "blendvision-chatroom"];

export function readDocument(name: DocumentName): ApiDocument {
  const file = fileURLToPath(import.meta.resolve(`@roomkey/specs/${name}.json`));
  return JSON.parse(readFileSync(file, "utf8"));
}
