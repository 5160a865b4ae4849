import { CLOCK_ROUTES } from "./clock-routes.js";
import type { ControlRoute } from "./control-route.js";
import { HEALTH_ROUTES } from "./health-routes.js";
import { REQUESTS_ROUTES } from "./requests-routes.js";
import { RULES_ROUTES } from "./rules-routes.js";
import { SCENARIO_ROUTES } from "./scenario-routes.js";
import { SESSION_ROUTES } from "./session-routes.js";
import { STATE_ROUTES } from "./state-routes.js";

/** Everything that the control API can do; its OpenAPI document is made from this as well. */
export const ROUTES: readonly ControlRoute[] = [
  ...HEALTH_ROUTES,
  ...REQUESTS_ROUTES,
  ...RULES_ROUTES,
  ...SCENARIO_ROUTES,
  ...CLOCK_ROUTES,
  ...STATE_ROUTES,
  ...SESSION_ROUTES,
];
