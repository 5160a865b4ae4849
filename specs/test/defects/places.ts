// JSON pointers to the places where mistakes are planted.
export const CHAT = "/paths/~1channels~1{channelId}~1chat.json/get";
export const GROUP = "/paths/~1channels~1{channelId}~1chat~1groups.json/post";
export const FORM = `${GROUP}/requestBody/content/application~1x-www-form-urlencoded`;
export const TOKEN = "/paths/~1oauth2~1token/post";
export const TOKEN_FORM = `${TOKEN}/requestBody/content/application~1x-www-form-urlencoded`;
export const CREATE = "/paths/~1bv~1chatroom~1v1~1chatrooms/post";
export const READ = "/paths/~1bv~1chatroom~1v1~1chatrooms/get";
export const CREATE_TOKEN = "/paths/~1bv~1chatroom~1v1~1chatrooms~1{id}~1tokens/post";

export const SCHEMAS = "/components/schemas";
export const RESPONSES = "/components/responses";
export const PARAMETERS = "/components/parameters";
export const HEADERS = "/components/headers";
export const SCHEMES = "/components/securitySchemes";

/** The JSON body of a response. */
export const bodyOf = (response: string) => `${RESPONSES}/${response}/content/application~1json`;
