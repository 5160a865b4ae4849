import type { Check } from "../package-folder.js";

/** What each package may depend on. A longer list here is a decision, see docs/decisions. */
const budget: Readonly<Record<string, readonly string[]>> = {
  "@roomkey/http": ["openapi-fetch"],
  "@roomkey/ibm-video": ["@roomkey/http"],
  "@roomkey/blendvision": ["@roomkey/http"],
  roomkey: ["@roomkey/blendvision", "@roomkey/http", "@roomkey/ibm-video"],
  "@roomkey/specs": [],
  "@roomkey/mock-servers": [
    "@roomkey/specs",
    "@stoplight/prism-core",
    "@stoplight/prism-http",
    "yaml",
  ],
};

/** What is required at run time, whichever list of package.json it stands in. */
const lists = ["dependencies", "optionalDependencies", "bundleDependencies", "bundledDependencies"];

/** A package depends on nothing beyond its budget, and every peer of it is optional. */
export const checkDependencies: Check = ({ manifest }) => {
  const allowed = budget[manifest.name] ?? [];
  const optional = (manifest.peerDependenciesMeta ?? {}) as Record<string, { optional?: boolean }>;
  const excess = lists
    .flatMap((list) => namesIn(manifest[list]))
    .filter((name) => !allowed.includes(name));
  const required = namesIn(manifest.peerDependencies).filter((name) => !optional[name]?.optional);
  return [
    ...excess.map((name) => `depends on ${name}`),
    ...required.map((name) => `wants its users to install ${name}`),
  ];
};

function namesIn(list: unknown): string[] {
  return Array.isArray(list) ? list : Object.keys((list ?? {}) as object);
}
