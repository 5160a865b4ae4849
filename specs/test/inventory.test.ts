import { describe, expect, test } from "vitest";
import { apis, bodiesOf, object, operation, operationsOf, readDocument } from "./document.js";
import { inventory } from "./inventory.js";

describe.each(apis)("%s holds exactly what the vendor documents", (api) => {
  const document = readDocument(api);

  test("its operations", () => {
    const ids = operationsOf(document).map((entry) => entry.id);
    expect(ids.sort()).toEqual(Object.keys(inventory[api]).sort());
  });

  describe.each(Object.keys(inventory[api]))("%s", (id) => {
    const expected = inventory[api][id] ?? {};

    test("its responses", () => {
      const statuses = Object.keys(object(operation(document, id).node.responses));
      expect(statuses.sort()).toEqual(
        Object.keys(expected)
          .filter((of) => of !== "request")
          .sort(),
      );
    });

    test("its bodies, their media types and their examples in order", () => {
      const found = bodiesOf(document, operation(document, id)).map(
        ({ of, mediaType, examples }) => [of, [mediaType, ...examples.map((e) => e.name)]],
      );
      expect(Object.fromEntries(found)).toEqual(expected);
      expect(found).toHaveLength(Object.keys(expected).length);
    });
  });
});
