export { clientEnvironment } from "./client-environment.js";
export { npm } from "./npm.js";
export { type PublishedPackage, packPackages, publishedPackages } from "./pack-packages.js";
export { RunError, type RunOptions, run } from "./run.js";
export { type Registry, startRegistry } from "./start-registry.js";
