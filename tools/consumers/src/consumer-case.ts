import type { BrowserContext } from "playwright-core";
import type { MockSession } from "./mock-servers.js";
import type { InstalledTool, ToolName } from "./tools.js";

/** A user's project: a folder of `templates/`, installed from the registry. */
export interface Template {
  readonly folder: string;
  readonly needs: readonly ToolName[];
  /** Installs what the project names, with the package manager that its users have. */
  readonly install: (project: string, workshop: Workshop) => Promise<unknown>;
}

/** One line of the matrix. */
export interface ConsumerCase {
  /** `node-22-commonjs`: what is tested, as `--only` takes it. */
  readonly name: string;
  readonly template: Template;
  /** Beside what the template needs. */
  readonly needs: readonly ToolName[];
  /** Throws when something is not as it should be. */
  readonly run: (project: string, workshop: Workshop) => Promise<void>;
}

/** What cases work with. Everything is made when it is first asked for, and shared. */
export interface Workshop {
  /** Environment of what runs in projects, the registry in it. */
  readonly env: NodeJS.ProcessEnv;
  /** Ends whatever takes too long. */
  readonly signal: AbortSignal;
  /** Path of a tool. */
  readonly tool: (name: InstalledTool) => Promise<string>;
  /** A fresh install of a template; with `replaced`, tarballs for the packages of those names. */
  readonly project: (
    template: Template,
    replaced?: Readonly<Record<string, string>>,
  ) => Promise<string>;
  /** The mock servers, with a journal for the case of that name alone. */
  readonly mocks: (caseName: string) => Promise<MockSession>;
  readonly browser: () => Promise<BrowserContext>;
}
