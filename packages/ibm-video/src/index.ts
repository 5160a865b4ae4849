export { createIbmVideoClient, type IbmVideoClient, type IbmVideoClientOptions } from "./client.js";
export type { components, operations } from "./generated/openapi.generated.js";
export { isApiError } from "./is-api-error.js";
