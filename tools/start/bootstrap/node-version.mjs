// @ts-check

/** The oldest Node this repository runs on, as in `engines.node` of every package. */
const oldest = { major: 20, minor: 19 };

/**
 * What is wrong with a Node version, or null when nothing is.
 *
 * @param {string} version such as "20.19.0"
 * @returns {string | null}
 */
export function nodeVersionProblem(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const fits = major > oldest.major || (major === oldest.major && minor >= oldest.minor);
  if (fits) return null;
  return `Roomkey needs Node ${oldest.major}.${oldest.minor} or newer; this is Node ${version}.`;
}
