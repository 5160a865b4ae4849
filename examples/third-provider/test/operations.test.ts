import type { Operation, Shape } from "@roomkey/http";
import { expect, it } from "vitest";
import { operations } from "../src/operations.js";
import { documented, type Schema, server } from "./document.js";

const table: Readonly<Record<string, Operation>> = operations;

it("the table holds the operations of the document", () => {
  expect(Object.keys(table)).toEqual(documented.map(({ id }) => id));
});

it.each(documented)("$id is called as the document says", (operation) => {
  const { method, path, security, parameters, requestSchema, responses } = operation;
  const rule = table[operation.id];
  expect(rule).toMatchObject({ method, path, server });
  expect(Object.keys(rule?.security ?? {})).toEqual(security);
  const inQuery = parameters.filter((parameter) => parameter.in === "query");
  expect(Object.keys(rule?.query ?? {})).toEqual(inQuery.map(({ name }) => name));
  const fields = Object.entries(rule?.body?.fields ?? {});
  expect(fields.map(([name, { required = false }]) => [name, required])).toEqual(
    Object.keys(requestSchema.properties ?? {}).map((name) => [
      name,
      requestSchema.required?.includes(name) ?? false,
    ]),
  );
  const successes = responses.filter(({ status }) => status < 300);
  expect(
    Object.entries(rule?.success ?? {}).map(([status, shape]) => [Number(status), shape]),
  ).toEqual(successes.map(({ status, schema }) => [status, required(schema)]));
});

/** The members that a schema requires, as the table writes them. */
function required({ required: names, properties = {} }: Schema): Shape {
  if (names === undefined) return 1;
  const members = names.map((name) => [name, required(properties[name] ?? { type: "" })]);
  return Object.fromEntries(members);
}
