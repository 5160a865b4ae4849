// Which example holds which JWT, and what the JWT says. Everything here is made up.

/** Signs every token of the examples, so that anybody can check them. */
export const EXAMPLE_KEY = "roomkey-example-key-not-a-secret";

const CHATROOM_ID = "00000000-0000-4000-8000-0000000c4a70";
const TENANT_ID = "00000000-0000-4000-8000-00000007e4a7";
const seconds = (date) => Date.parse(date) / 1000;
const EXPIRES = seconds("2099-12-31T00:00:00Z");

/** Claims of a BlendVision chatroom token or connection credential. */
const chatroomClaims = (sub, device_id, role, type, exp = EXPIRES) => ({
  sub,
  tenant_id: TENANT_ID,
  chat_id: CHATROOM_ID,
  type,
  device_id,
  roles: [role],
  exp,
});

const viewer = (type, exp) => chatroomClaims("ada", "device-ada-1", "ROLE_VIEWER", type, exp);
const admin = (type) => chatroomClaims("grace", "device-grace-1", "ROLE_ADMIN", type);
const guest = chatroomClaims(
  "00000000-0000-4000-8000-00000009e570",
  "00000000-0000-4000-8000-0000000de71c",
  "ROLE_VIEWER",
  "connection",
);

const ibm = (name, token, claims) => ({
  file: `ibm-video-chat/examples/${name}.json`,
  token,
  claims,
});
const config = (name, claims) => ({
  file: `blendvision-chatroom/examples/get-chatroom-config.${name}.json`,
  token: "connection.token",
  signature: "connection.signature",
  claims,
});
const chatroomToken = (name, claims) => ({
  file: `blendvision-chatroom/examples/${name}.json`,
  token: "token",
  claims,
});

const ADA = { user_id: "00000000000000000000000000000ada" };

/** One entry per JWT: `token` and `signature` are dotted paths into the example file. */
export const exampleTokens = [
  ibm("initialize-chat.working", "chat.user.token", ADA),
  ibm("initialize-chat.anonymous", "chat.user.token", {
    user_id: "0000000000000000000000000000feed",
  }),
  ibm("initialize-group-chat.request.working", "chat_token", ADA),
  ibm("initialize-group-chat.request.direct", "chat_token", ADA),
  ibm("create-access-token.with-id-token", "id_token", { sub: "ada", exp: EXPIRES }),
  chatroomToken("create-chatroom-token.working", viewer("chatroom")),
  chatroomToken("create-chatroom-token.working-admin", admin("chatroom")),
  chatroomToken(
    "refresh-chatroom-token.working",
    viewer("chatroom", seconds("2100-12-31T00:00:00Z")),
  ),
  config("working", viewer("connection")),
  config("working-admin", admin("connection")),
  config("guest", guest),
  config("older", viewer("connection")),
];
