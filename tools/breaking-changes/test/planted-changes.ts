/** A JSON value that a change reaches into. */
// biome-ignore lint/suspicious/noExplicitAny: the changes below reach into a document at will, and fail where it is not as they say.
export type Node = any;

/** One change of a document, and whether it breaks those who use it. */
export interface PlantedChange {
  readonly name: string;
  readonly api: "ibm-video-chat" | "blendvision-chatroom";
  readonly breaking: boolean;
  readonly plant: (document: Node) => void;
}

/** What stands at a place, references followed; it must be there. */
export function at(document: Node, ...keys: readonly string[]): Node {
  let node = document;
  for (const key of keys) {
    node = node?.[key];
    for (let ref = node?.$ref; typeof ref === "string"; ref = node?.$ref) {
      node = at(document, ...ref.slice(2).split("/").map(unescapePointer));
    }
    if (node === undefined) throw new Error(`the document has no ${keys.join(" > ")}`);
  }
  return node;
}

const unescapePointer = (part: string) => part.replaceAll("~1", "/").replaceAll("~0", "~");

/** Removes a member that must be there. */
function remove(node: Node, name: string): void {
  if (!(name in node)) throw new Error(`there is no ${name}`);
  delete node[name];
}

/** Takes an item out of a list that must hold it. */
function drop(list: Node, item: string): void {
  const index = list.indexOf(item);
  if (index < 0) throw new Error(`there is no ${item}`);
  list.splice(index, 1);
}

const INITIALIZE = "/channels/{channelId}/chat.json";
const GROUPS = "/channels/{channelId}/chat/groups.json";
const CHATROOMS = "/bv/chatroom/v1/chatrooms";
const CONFIG = "/bv/chatroom/v1/chatrooms/config";
const FORM = "application/x-www-form-urlencoded";
const schema = (document: Node, name: string) => at(document, "components", "schemas", name);

const ibm = (breaking: boolean, name: string, plant: PlantedChange["plant"]): PlantedChange => ({
  name,
  api: "ibm-video-chat",
  breaking,
  plant,
});
const blendvision = (
  breaking: boolean,
  name: string,
  plant: PlantedChange["plant"],
): PlantedChange => ({ name, api: "blendvision-chatroom", breaking, plant });

export const plantedChanges: readonly PlantedChange[] = [
  // Operations
  blendvision(true, "a path is removed", (d) => remove(d.paths, CONFIG)),
  blendvision(true, "an operation is removed", (d) => remove(at(d, "paths", CHATROOMS), "post")),
  blendvision(true, "a method is changed", (d) => {
    const path = at(d, "paths", CONFIG);
    path.post = path.get;
    remove(path, "get");
  }),
  ibm(true, "a path is changed", (d) => {
    d.paths["/channels/{channelId}/chat2.json"] = d.paths[INITIALIZE];
    remove(d.paths, INITIALIZE);
  }),
  blendvision(true, "an operation gets another operationId", (d) => {
    at(d, "paths", CONFIG, "get").operationId = "readChatroomConfig";
  }),
  // Requests
  blendvision(true, "a new member of a request is required", (d) => {
    const body = schema(d, "CreateChatroomTokenRequest");
    body.properties.tenant = { type: "string" };
    body.required = [...(body.required ?? []), "tenant"];
  }),
  ibm(true, "an optional member of a request becomes required", (d) => {
    schema(d, "GroupChatForm").required.push("name");
  }),
  blendvision(true, "a member of a request is renamed", (d) => {
    const { properties } = schema(d, "CreateChatroomTokenRequest");
    properties.external_subject = properties.subject;
    remove(properties, "subject");
  }),
  ibm(true, "a member of a request gets another type", (d) => {
    at(schema(d, "GroupChatForm"), "properties", "name").type = "integer";
  }),
  blendvision(true, "a value of a request enum is removed", (d) => {
    drop(at(schema(d, "CreateChatroomTokenRequest"), "properties", "role", "enum"), "ROLE_ADMIN");
  }),
  ibm(true, "a text in a request may be no longer than before", (d) => {
    at(schema(d, "GroupChatForm"), "properties", "name").maxLength = 20;
  }),
  ibm(true, "an array in a request must have more items", (d) => {
    at(schema(d, "GroupChatForm"), "properties", "participant_ids[]").minItems = 2;
  }),
  ibm(true, "a request body is sent in another media type", (d) => {
    const content = at(d, "paths", GROUPS, "post", "requestBody", "content");
    content["application/json"] = { schema: content[FORM].schema };
    remove(content, FORM);
  }),
  ibm(true, "a form array is joined where it was repeated", (d) => {
    const { encoding } = at(d, "paths", GROUPS, "post", "requestBody", "content", FORM);
    at(encoding, "participant_ids[]").explode = false;
  }),
  ibm(true, "a new query parameter is required", (d) => {
    const operation = at(d, "paths", INITIALIZE, "get");
    operation.parameters.push({
      name: "region",
      in: "query",
      required: true,
      schema: { type: "string" },
    });
  }),
  ibm(true, "a path parameter gets another type", (d) => {
    at(d, "components", "parameters", "channelId", "schema").type = "integer";
  }),
  blendvision(true, "a call needs another credential", (d) => {
    at(d, "paths", CONFIG, "get").security = [{ apiToken: [], organizationId: [] }];
  }),
  blendvision(true, "a call that needed none needs a credential", (d) => {
    at(d, "paths", "/bv/chatroom/v1/chatrooms/tokens:refresh", "post").security = [
      { chatroomToken: [] },
    ];
  }),
  blendvision(true, "a credential travels in another header", (d) => {
    at(d, "components", "securitySchemes", "organizationId").name = "x-organization";
  }),
  blendvision(true, "a request that says nothing means something else", (d) => {
    at(schema(d, "CreateChatroomTokenRequest"), "properties", "role").default = "ROLE_ADMIN";
  }),
  ibm(true, "a text in a request must have a certain form", (d) => {
    at(schema(d, "AccessTokenForm"), "properties", "client_id").pattern = "^[0-9a-f]{40}$";
  }),
  ibm(true, "a free text in a request becomes a choice", (d) => {
    at(schema(d, "AccessTokenForm"), "properties", "scope").enum = ["broadcaster"];
  }),
  // Answers
  blendvision(true, "a required member of an answer is removed", (d) => {
    const body = schema(d, "MqttConnection");
    drop(body.required, "client_id");
    remove(body.properties, "client_id");
  }),
  blendvision(true, "an optional member of an answer is removed", (d) => {
    remove(schema(d, "Chatroom").properties, "muted");
  }),
  ibm(true, "a required member of an answer becomes optional", (d) => {
    drop(schema(d, "StreamData").required, "api_key");
  }),
  ibm(true, "a member of an answer gets another type", (d) => {
    at(schema(d, "ChatUser"), "properties", "has_verified_user").type = "string";
  }),
  ibm(true, "a member of an answer may be null", (d) => {
    at(schema(d, "StreamData"), "properties", "team").type = ["string", "null"];
  }),
  ibm(true, "an answer loses its status", (d) => {
    remove(at(d, "paths", INITIALIZE, "get", "responses"), "402");
  }),
  ibm(true, "an answer comes in another media type", (d) => {
    const { content } = at(d, "paths", INITIALIZE, "get", "responses", "200");
    content["text/plain"] = content["application/json"];
    remove(content, "application/json");
  }),
  ibm(true, "an answer loses a header", (d) => {
    remove(at(d, "components", "responses", "TooManyRequests", "headers"), "X-RateLimit-Reset");
  }),
  blendvision(true, "an open enum of an answer becomes a closed one without a value", (d) => {
    const status = at(schema(d, "Chatroom"), "properties", "status");
    status.enum = ["CHAT_STATUS_ACTIVE"];
    remove(status, "x-extensible-enum");
  }),
  ibm(true, "a server moves", (d) => {
    d.servers[0].url = "https://chat.example.com";
  }),
  ibm(true, "a schema gets another name, and so do the classes that are generated from it", (d) => {
    const { schemas } = d.components;
    schemas.ChannelUser = schemas.ChatUser;
    remove(schemas, "ChatUser");
    at(schemas, "Chat").properties.user.$ref = "#/components/schemas/ChannelUser";
  }),
  ibm(true, "success has another status", (d) => {
    const { responses } = at(d, "paths", GROUPS, "post");
    responses["201"] = responses["200"];
    remove(responses, "200");
  }),
  blendvision(true, "a date of an answer has another format", (d) => {
    at(schema(d, "Chatroom"), "properties", "created_at").format = "date";
  }),
  blendvision(true, "items of an answer have another type", (d) => {
    at(schema(d, "Chatroom"), "properties", "blocked_users").items = { type: "string" };
  }),
  // Harmless
  blendvision(false, "a new operation", (d) => {
    const { get } = at(d, "paths", CONFIG);
    d.paths["/bv/chatroom/v1/chatrooms/status"] = {
      get: { ...get, operationId: "getChatroomStatus" },
    };
  }),
  blendvision(false, "a new optional member of a request", (d) => {
    schema(d, "CreateChatroomTokenRequest").properties.locale = { type: "string" };
  }),
  blendvision(false, "a required member of a request becomes optional", (d) => {
    drop(schema(d, "CustomCounterDefinition").required, "key");
  }),
  blendvision(false, "a new value of a request enum", (d) => {
    at(schema(d, "CreateChatroomTokenRequest"), "properties", "role", "enum").push("ROLE_GUEST");
  }),
  ibm(false, "a text in a request may be longer than before", (d) => {
    remove(at(schema(d, "AccessTokenForm"), "properties", "client_id"), "minLength");
  }),
  ibm(false, "a new optional query parameter", (d) => {
    at(d, "paths", INITIALIZE, "get").parameters.push({
      name: "locale",
      in: "query",
      schema: { type: "string" },
    });
  }),
  ibm(false, "a new member of an answer", (d) => {
    schema(d, "StreamData").properties.region = { type: "string" };
  }),
  ibm(false, "a new member of an answer that is always there", (d) => {
    const body = schema(d, "StreamData");
    body.properties.region = { type: "string" };
    body.required.push("region");
  }),
  blendvision(false, "an optional member of an answer is always there", (d) => {
    schema(d, "Chatroom").required.push("status");
  }),
  blendvision(false, "a new value of an open enum of an answer", (d) => {
    at(schema(d, "Chatroom"), "properties", "status")["x-extensible-enum"].push("CHAT_STATUS_IDLE");
  }),
  ibm(false, "a new header of an answer", (d) => {
    at(d, "components", "responses", "ChatInitialized").headers = {
      ETag: { description: "Version of the answer.", schema: { type: "string" } },
    };
  }),
  ibm(false, "a new documented error", (d) => {
    const { responses } = at(d, "paths", INITIALIZE, "get");
    responses["409"] = responses["400"];
  }),
  ibm(false, "a member of an answer is never null any more", (d) => {
    at(schema(d, "ChatUser"), "properties", "default_name").type = "string";
  }),
  ibm(false, "other words: descriptions, a summary and a title", (d) => {
    d.info.title = "Chat";
    at(d, "paths", INITIALIZE, "get").summary = "Enter the chat";
    schema(d, "ChatUser").description = "Somebody.";
  }),
  blendvision(false, "another example", (d) => {
    const content = at(d, "components", "responses", "ChatroomRead", "content", "application/json");
    for (const example of Object.values<Node>(content.examples))
      example.value.chatroom.id = "another";
  }),
  blendvision(false, "members in another order", (d) => {
    const body = schema(d, "Chatroom");
    body.properties = Object.fromEntries(Object.entries(body.properties).reverse());
    d.paths = Object.fromEntries(Object.entries(d.paths).reverse());
  }),
  ibm(false, "an operation is deprecated", (d) => {
    at(d, "paths", INITIALIZE, "get").deprecated = true;
  }),
  ibm(false, "a note of ours about where a fact comes from", (d) => {
    at(d, "paths", INITIALIZE, "get")["x-provenance"] = ["vendor-page"];
  }),
  ibm(false, "what was understood about a form field is written out", (d) => {
    const { encoding } = at(d, "paths", GROUPS, "post", "requestBody", "content", FORM);
    encoding.name = { style: "form", explode: true };
  }),
  blendvision(false, "another credential is taken as well", (d) => {
    at(d, "paths", CHATROOMS, "get").security.push({ apiToken: [], organizationId: [] });
  }),
  ibm(false, "a second server", (d) => {
    d.servers.push({ url: "https://api2.video.ibm.com", description: "Another region." });
  }),
  blendvision(false, "a new schema that nothing uses yet", (d) => {
    d.components.schemas.Reaction = { type: "object", properties: { emoji: { type: "string" } } };
  }),
];
