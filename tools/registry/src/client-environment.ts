/**
 * What of npm's settings says how this machine reaches a network, and where npm keeps things. The
 * rest belongs to whoever ran us: within `npm test` npm leaves its own settings in the environment,
 * and a client in another folder would take them for its own.
 */
const ofTheMachine =
  /^npm_config_(cache|userconfig|globalconfig|https?[-_]proxy|proxy|noproxy|cafile|ca|strict[-_]ssl)$/i;

/**
 * The environment of a process that works in a folder of its own.
 *
 * @param registry for npm, pnpm, Yarn, Bun and Deno; without one, what the machine is configured with
 */
export function clientEnvironment(registry?: string): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (/^npm_/i.test(name) && !ofTheMachine.test(name)) continue;
    if (/^(NODE_OPTIONS|NODE_PATH|NODE_ENV|INIT_CWD)$|^(VITEST|TURBO)/.test(name)) continue;
    env[name] = value;
  }
  return {
    ...env,
    npm_config_audit: "false",
    npm_config_fund: "false",
    npm_config_update_notifier: "false",
    // The port of an earlier registry may come again, and what npm remembers of it would be wrong.
    npm_config_prefer_online: "true",
    ...(registry !== undefined && {
      npm_config_registry: registry,
      npm_config_fetch_retries: "4",
      npm_config_fetch_retry_mintimeout: "500",
      NPM_CONFIG_REGISTRY: registry,
      YARN_NPM_REGISTRY_SERVER: registry,
    }),
  };
}
