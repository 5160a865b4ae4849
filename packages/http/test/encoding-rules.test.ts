import { describe, expect, it } from "vitest";
import { type BodyRule, createClient, type Operation } from "../src/index.js";
import { definition, fakeFetch, json, table } from "./support.js";

const FORM = "application/x-www-form-urlencoded";

/** Sends one body as the rule says, and gives what goes over the wire. */
async function send(body: BodyRule, members: unknown): Promise<unknown> {
  const { fetch, sent } = fakeFetch(json({ room: { id: "1" } }));
  const operation: Operation = { ...table.listRooms, method: "POST", body };
  const operations = { send: operation };
  type Operations = { send: { parameters: object; responses: object } };
  const client = createClient<Operations>({ ...definition, operations }, {}, { fetch });
  const call = client.send as unknown as (input: { body: unknown }) => Promise<unknown>;
  await call({ body: members });
  return sent[0]?.body;
}

const form = (explode?: boolean): BodyRule => ({
  mediaType: FORM,
  optional: true,
  fields: { ids: { items: 0, ...(explode !== undefined && { explode }) } },
});

describe("an array in a form", () => {
  it.each([
    [true, "ids=a%2Cb&ids=c"],
    [false, "ids=a%2Cb,c"],
    [undefined, "ids=a%2Cb,c"],
  ])("is written as the document says: explode %j", async (explode, expected) => {
    expect(await send(form(explode), { ids: ["a,b", "c"] })).toBe(expected);
  });

  it("may be empty where the document asks for no number of items", async () => {
    expect(await send(form(true), { ids: [], later: 1 })).toBe("later=1");
  });

  it("may hold no other array", async () => {
    await expect(send(form(true), { ids: [["a"]] })).rejects.toMatchObject({
      code: "configuration",
      argument: "ids",
      message: "test send: ids must be a string, a number or a boolean",
    });
  });
});

describe("a body that the document does not require", () => {
  it("is left out when it is not given", async () => {
    expect(await send(form(), undefined)).toBeUndefined();
  });
});

describe("secret members", () => {
  it("of any type are sent as they are", async () => {
    expect(await send(form(), { token: 7 })).toBe("token=7");
  });
});
