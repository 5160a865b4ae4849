import { fileURLToPath } from "node:url";

const place = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export const root = place("../../..");

export const templates = place("../templates");

/** What is worth keeping from one run to the next. */
export const cache = place("../../../node_modules/.cache/roomkey-consumers");

/** All that decides how a case goes, beside the packages themselves. */
export const sources = [
  place("."),
  templates,
  place("../../registry/src"),
  place("../../chromium/src"),
];
