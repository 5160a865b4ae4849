export {
  type IbmClientCredentialsOptions,
  type IbmRefreshTokenOptions,
  type IbmTokenSourceOptions,
  ibmClientCredentials,
  ibmRefreshToken,
} from "./access-token-sources.js";
export {
  createIbmVideoServerClient,
  type IbmVideoServerClient,
  type IbmVideoServerClientOptions,
} from "./server-client.js";
