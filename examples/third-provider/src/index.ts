export { type PlazaOptions, plaza } from "./plaza.js";
export type { PlazaConnection, PlazaSession } from "./session.js";
