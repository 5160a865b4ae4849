import {
  buildOasdiff,
  builtOasdiff,
  OASDIFF_VERSION,
  OasdiffMissing,
} from "./documents/oasdiff.js";

/** Where oasdiff is, or in a line for people why it is not asked. */
export interface SecondOpinion {
  readonly path: string | null;
  readonly complaint?: string;
}

export async function findOasdiff({ build }: { readonly build: boolean }): Promise<SecondOpinion> {
  const built = builtOasdiff();
  if (built !== null) return { path: built };
  const without = `oasdiff ${OASDIFF_VERSION} is not asked for a second opinion`;
  if (!build) return { path: null, complaint: `${without}: npm run breaking builds it with Go.` };
  try {
    return { path: await buildOasdiff() };
  } catch (error) {
    if (!(error instanceof OasdiffMissing)) throw error;
    return { path: null, complaint: `${without}: ${error.message}.` };
  }
}
