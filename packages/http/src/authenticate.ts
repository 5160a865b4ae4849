import { apiKeyHeaders } from "./api-key-headers.js";
import { basicSecretAuth } from "./basic-secret-auth.js";
import { bearerAuth } from "./bearer-auth.js";
import { compose } from "./compose.js";
import type { FetchDecorator } from "./fetch.js";
import type { SecurityScheme } from "./operation.js";
import type { TokenSource } from "./token-source.js";

/** Credentials by the name of their security scheme, which is also the name of the option. */
export type Credentials = Readonly<Record<string, TokenSource | undefined>>;

/** The decorator that sends what the named security schemes ask for. */
export function authenticate(
  names: readonly string[],
  schemes: Readonly<Record<string, SecurityScheme>>,
  credentials: Credentials,
): FetchDecorator {
  return compose(...names.map((name) => decoratorFor(name, schemes[name], credentials[name])));
}

function decoratorFor(
  name: string,
  scheme: SecurityScheme | undefined,
  source: TokenSource | undefined,
): FetchDecorator {
  if (scheme?.type === "header") {
    return apiKeyHeaders({ [scheme.name]: source }, { [scheme.name]: name });
  }
  return scheme?.type === "basic" ? basicSecretAuth(source, name) : bearerAuth(source, name);
}
