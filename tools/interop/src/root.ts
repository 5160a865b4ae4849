import { fileURLToPath } from "node:url";

/** The folder of the repository, with a slash at its end. */
export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** What one run leaves for the next; nothing is lost when it is deleted. */
export const CACHE = `${ROOT}node_modules/.cache/roomkey-interop/`;
