import { compose } from "./compose.js";
import type { SecurityScheme } from "./operation.js";
import type { StepDecorator } from "./step.js";
import type { TokenSource } from "./token-source.js";
import { withCredential } from "./with-credential.js";

/** Credentials by the name of their security scheme, which is also the name of the option. */
export type Credentials = Readonly<Record<string, TokenSource | undefined>>;

/** Sends what the named security schemes ask for. */
export function authenticate(
  names: readonly string[],
  schemes: Readonly<Record<string, SecurityScheme>>,
  credentials: Credentials,
): StepDecorator {
  return compose(
    ...names.map((name) =>
      withCredential({ ...(schemes[name] as SecurityScheme), name, source: credentials[name] }),
    ),
  );
}
