import { npm } from "@roomkey/registry";
import type { Template } from "./consumer-case.js";

/** A project that npm installs. No package of ours needs a script to be run at that. */
export function npmProject(folder: string): Template {
  return {
    folder,
    needs: [],
    install: (cwd, { env, signal }) => npm(["install", "--ignore-scripts"], { cwd, env, signal }),
  };
}
