import { buildOasdiff, builtOasdiff } from "../src/documents/oasdiff.js";

const inCi = ![undefined, "", "0", "false"].includes(process.env.CI);

/**
 * Path of oasdiff. In CI it is built, and what keeps it from being built fails the tests; elsewhere
 * building takes a minute nobody asked for, so that an absent one is only told of.
 */
export const secondOpinion: string | null = inCi ? await buildOasdiff() : builtOasdiff();

if (secondOpinion === null) {
  console.warn("No oasdiff here: its opinion is not tested. `npm run breaking` builds it with Go.");
}
