import { describe, expect, it } from "vitest";
import { basePaths } from "../src/base-paths.js";
import { jsonResponse, serveDocument } from "./support/serve-document.js";

const get = (operationId: string, more: object = {}): object => ({
  get: { operationId, responses: { "200": jsonResponse({ operationId }) }, ...more },
});

const status = async (url: string): Promise<number> => (await fetch(url)).status;

describe("the base path of a documented server", () => {
  it.each([
    ["https://api.example.com", ""],
    ["https://api.example.com/", ""],
    ["https://api.example.com/v2", "/v2"],
    ["https://api.example.com/v2/", "/v2"],
    ["//api.example.com/a/b", "/a/b"],
    ["/v2", "/v2"],
    ["v2", "/v2"],
    ["https://{region}.example.com/{version}?x=1", "/v9"],
  ])("of %s is %j", (url, path) => {
    const variables = { region: { default: "eu" }, version: { default: "v9" } };
    expect(basePaths([{ url, variables }])).toEqual([path]);
  });

  it("stands before every path, and without it a path is not known", async () => {
    const servers = [{ url: "https://api.example.com/vendor/v2" }];
    await using served = await serveDocument({ "/rooms/{id}": get("getRoom") }, { servers });
    expect(await status(`${served.url}/vendor/v2/rooms/7`)).toBe(200);
    expect(await status(`${served.url}/rooms/7`)).toBe(404);
    expect(served.requests[0]).toMatchObject({
      operationId: "getRoom",
      path: "/vendor/v2/rooms/7",
    });
  });

  it("comes after the provider's prefix on the port of both", async () => {
    const servers = [{ url: "https://api.example.com/vendor/v2" }];
    const paths = { "/rooms": get("listRooms") };
    await using served = await serveDocument(paths, { servers }, undefined, true);
    expect(await status(`${served.url}/ibm-video/vendor/v2/rooms`)).toBe(200);
    expect(await status(`${served.url}/@worker-1/ibm-video/vendor/v2/rooms`)).toBe(200);
    expect(await status(`${served.url}/ibm-video/rooms`)).toBe(404);
    expect(await status(`${served.url}/vendor/v2/rooms`)).toBe(404);
  });

  it("may be one of several, and another one for a path or an operation", async () => {
    const servers = [{ url: "https://one.example.com/v1" }, { url: "https://two.example.com/v2" }];
    const paths = {
      "/rooms": get("listRooms"),
      "/token": get("getToken", { servers: [{ url: "https://login.example.com" }] }),
      "/users": { servers: [{ url: "/people" }], ...get("listUsers") },
    };
    await using served = await serveDocument(paths, { servers });
    const wanted = ["/v1/rooms", "/v2/rooms", "/token", "/people/users"];
    expect(await Promise.all(wanted.map((path) => status(served.url + path)))).toEqual([
      200, 200, 200, 200,
    ]);
    expect(await status(`${served.url}/v1/token`)).toBe(404);
    expect(await status(`${served.url}/v1/users`)).toBe(404);
  });
});
