import { publint } from "publint";
import { formatMessage } from "publint/utils";
import type { Check } from "../package-folder.js";

/** publint finds nothing, not even a suggestion. */
export const checkPublint: Check = async ({ path }) => {
  const { messages, pkg } = await publint({ pkgDir: path, pack: false, strict: true });
  return messages.map((message) => `publint: ${formatMessage(message, pkg, { color: false })}`);
};
