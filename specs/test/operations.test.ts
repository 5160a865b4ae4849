import { describe, expect, test } from "vitest";
import {
  apis,
  array,
  at,
  bodiesOf,
  type JsonObject,
  object,
  operation,
  operationsOf,
  readDocument,
  resolve,
} from "./document.js";
import { calls, responseHeaders } from "./operations.js";

const servers = (node: JsonObject) => array(node.servers).map((server) => at(server, "url"));

describe.each(apis)("%s says how each operation is called", (api) => {
  const document = readDocument(api);

  test.each(Object.entries(calls[api]))("%s", (id, expected) => {
    const { method, path, node } = operation(document, id);
    expect(`${method} ${path}`).toBe(expected.call);
    expect(array(node.security).map((all) => Object.keys(object(all)))).toEqual(expected.security);
    expect(node.tags).toEqual([expected.tag]);
    expect(at(node.externalDocs, "url")).toBe(expected.page);
    expect(node.servers === undefined ? [] : servers(node)).toEqual(
      expected.server === undefined ? [] : [expected.server],
    );
    const parameters = array(node.parameters ?? []).map((parameter) => {
      const { in: place, name, required } = resolve(document, parameter);
      return `${place} ${name}, ${required === true ? "required" : "optional"}`;
    });
    expect(parameters).toEqual(expected.parameters);
  });

  test("every request body is required", () => {
    const optional = operationsOf(document)
      .filter(({ node }) => node.requestBody !== undefined)
      .filter(({ node }) => at(node.requestBody, "required") !== true);
    expect(optional).toEqual([]);
  });
});

describe("hosts and credentials", () => {
  const ibm = readDocument("ibm-video-chat");
  const blendvision = readDocument("blendvision-chatroom");

  test("each document names the one host of the vendor", () => {
    expect(servers(ibm)).toEqual(["https://api.video.ibm.com"]);
    expect(servers(blendvision)).toEqual(["https://api.one.blendvision.com"]);
  });

  test("each document links to the page it starts from", () => {
    expect(at(ibm, "externalDocs", "url")).toBe(
      "https://developers.video.ibm.com/channel-api-chat-2-0/initialization",
    );
    expect(at(blendvision, "externalDocs", "url")).toBe(
      "https://developers.blendvision.com/docs/livestreaming/chatroom/create-chatroom",
    );
  });

  test("the headers of responses", () => {
    const found = [ibm, blendvision].flatMap((document) =>
      operationsOf(document).flatMap(({ id, node }) =>
        Object.entries(object(node.responses)).map(([status, response]) => [
          `${id} ${status}`,
          Object.keys(object(resolve(document, response).headers ?? {})),
        ]),
      ),
    );
    const some = found.filter(([, headers]) => headers?.length !== 0);
    expect(Object.fromEntries(some)).toEqual(responseHeaders);
  });

  test("the security schemes", () => {
    const schemes = (document: JsonObject) =>
      Object.entries(object(at(document, "components", "securitySchemes"))).map(
        ([name, scheme]) => {
          const { type, scheme: kind, in: place, name: header } = object(scheme);
          return [name, type, kind ?? `${place} ${header}`].join(" ");
        },
      );
    expect(schemes(ibm)).toEqual(["accessToken http bearer", "clientSecret http basic"]);
    expect(schemes(blendvision)).toEqual([
      "apiToken http bearer",
      "chatroomToken http bearer",
      "organizationId apiKey header x-bv-org-id",
    ]);
  });
});

describe("form bodies", () => {
  const ibm = readDocument("ibm-video-chat");

  test("the array of participants is spelled out: key with brackets, repeated once per value", () => {
    const [form] = bodiesOf(ibm, operation(ibm, "initializeGroupChat"));
    expect(form?.encoding).toEqual({
      "participant_ids[]": { style: "form", explode: true, allowReserved: true },
    });
  });

  test("every array in a form has an encoding, and every encoding an array", () => {
    for (const entry of operationsOf(ibm)) {
      for (const { mediaType, schema, encoding } of bodiesOf(ibm, entry)) {
        if (mediaType !== "application/x-www-form-urlencoded") continue;
        const properties = Object.entries(object(resolve(ibm, schema).properties));
        const arrays = properties.filter(([, property]) => at(property, "type") === "array");
        expect(Object.keys(encoding ?? {})).toEqual(arrays.map(([name]) => name));
      }
    }
  });
});
