/** Something that a browser page takes from our packages, and the code that takes it. */
export interface EntryPoint {
  readonly name: string;
  readonly code: string;
}

const everythingOf = (entry: string): EntryPoint => ({
  name: entry,
  code: `export * from "${entry}";`,
});

const openChatWith = (...providers: (readonly [entry: string, name: string])[]): EntryPoint => ({
  name: ["roomkey", ...providers.map(([entry]) => entry)].join(" + "),
  code: [["roomkey", "openChat"], ...providers]
    .map(([entry, name]) => `export { ${name} } from "${entry}";`)
    .join("\n"),
});

const ibmVideo = ["roomkey/ibm-video", "ibmVideo"] as const;
const blendvision = ["roomkey/blendvision", "blendvision"] as const;

/** What is measured: the facade as a page uses it, then whole entry points, with all they have. */
export const entryPoints: readonly EntryPoint[] = [
  openChatWith(ibmVideo),
  openChatWith(blendvision),
  openChatWith(ibmVideo, blendvision),
  everythingOf("roomkey"),
  everythingOf("roomkey/blendvision/server"),
  everythingOf("@roomkey/ibm-video"),
  everythingOf("@roomkey/ibm-video/server"),
  everythingOf("@roomkey/blendvision"),
  everythingOf("@roomkey/blendvision/server"),
  everythingOf("@roomkey/http"),
  everythingOf("@roomkey/http/opentelemetry"),
];
