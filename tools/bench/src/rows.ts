import type { Row } from "./row.js";

/** Every row, in the order in which a run of all measures them. */
export const rows: readonly Row[] = [
  {
    name: "call",
    about: "time and allocated bytes of one call, in memory",
    stable: true,
    load: () => import("./rows/call.js"),
  },
  {
    name: "http",
    about: "calls per second and p99 over loopback HTTP, 64 in flight",
    stable: false,
    load: () => import("./rows/http.js"),
  },
  {
    name: "size",
    about: "gzipped bytes of what a browser page imports",
    stable: true,
    load: () => import("./rows/size.js"),
  },
  {
    name: "install",
    about: "what npm install brings, from a registry on this machine",
    stable: true,
    load: () => import("./rows/install.js"),
  },
  {
    name: "start",
    about: "cold import in a Node process, and parsing and executing a browser bundle",
    stable: false,
    load: () => import("./rows/start.js"),
  },
  {
    name: "types",
    about: "what forty calls cost the compiler, TypeScript 5.9 and 7",
    stable: true,
    load: () => import("./rows/types.js"),
  },
  {
    name: "tokens",
    about: "10,000 concurrent calls on one expired token",
    stable: true,
    load: () => import("./rows/tokens.js"),
  },
  {
    name: "codegen",
    about: "npm run generate",
    stable: false,
    load: () => import("./rows/codegen.js"),
  },
  {
    name: "build",
    about: "turbo build, cold and cached",
    stable: false,
    load: () => import("./rows/build.js"),
  },
  {
    name: "mocks",
    about: "the mock servers against two prism processes",
    stable: false,
    load: () => import("./rows/mocks.js"),
  },
  {
    name: "growth",
    about: "cost of a call with larger documents and more live sessions",
    stable: true,
    load: () => import("./rows/growth.js"),
  },
];
