/** The chat platforms that are mocked. */
export type Provider = "ibm-video" | "blendvision";

/** What the mock servers know about a provider, beside its document. */
export interface ProviderInfo {
  readonly provider: Provider;
  /** The name that people use, for messages. */
  readonly title: string;
  /** The module that holds its bundled OpenAPI document. */
  readonly document: string;
  /** The name of its port, as an option of `startMockServers` and of the command line. */
  readonly portOption: "ibmVideoPort" | "blendvisionPort";
  readonly portFlag: "ibm-video-port" | "blendvision-port";
  readonly defaultPort: number;
  /** Where it is on the port that both share. */
  readonly prefix: "/ibm-video" | "/blendvision";
}

export const IBM_VIDEO: ProviderInfo = {
  provider: "ibm-video",
  title: "IBM Video Streaming chat",
  document: "@roomkey/specs/ibm-video-chat.mock.json",
  portOption: "ibmVideoPort",
  portFlag: "ibm-video-port",
  defaultPort: 4010,
  prefix: "/ibm-video",
};

export const BLENDVISION: ProviderInfo = {
  provider: "blendvision",
  title: "BlendVision One Chatroom",
  document: "@roomkey/specs/blendvision-chatroom.mock.json",
  portOption: "blendvisionPort",
  portFlag: "blendvision-port",
  defaultPort: 4011,
  prefix: "/blendvision",
};

export const PROVIDERS: readonly ProviderInfo[] = [IBM_VIDEO, BLENDVISION];
