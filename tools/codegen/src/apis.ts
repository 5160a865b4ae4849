/** One document, and the package that is generated from it. */
export interface Api {
  /** Folder of the sources under `specs/`, and name of the bundle in `specs/dist/`. */
  readonly document: string;
  /** Package that gets `src/generated/`, from the root of the repository. */
  readonly output: string;
  /**
   * Security schemes whose credential belongs on a server. An operation that needs one of them goes
   * to `serverOperations`, which only the package's `./server` entry imports, so that a browser
   * bundle cannot contain it.
   */
  readonly serverSecrets: readonly string[];
}

/** Every document that code is generated from. A new provider is one more entry here. */
export const apis: readonly Api[] = [
  {
    document: "ibm-video-chat",
    output: "packages/ibm-video",
    serverSecrets: ["clientSecret"],
  },
  {
    document: "blendvision-chatroom",
    output: "packages/blendvision",
    serverSecrets: ["apiToken", "organizationId"],
  },
];
