import { describe, expect, it } from "vitest";
import { publishOrder } from "../src/publish-order.js";

describe("publishOrder", () => {
  it("puts every package after those it depends on, and else goes by name", () => {
    const order = publishOrder([
      { name: "facade", dependencies: ["client", "http"] },
      { name: "client", dependencies: ["http"] },
      { name: "http", dependencies: ["elsewhere"] },
      { name: "another", dependencies: [] },
    ]);
    expect(order.map(({ name }) => name)).toEqual(["another", "http", "client", "facade"]);
  });

  it("refuses packages that depend on each other", () => {
    const circle = [
      { name: "a", dependencies: ["b"] },
      { name: "b", dependencies: ["a"] },
    ];
    expect(() => publishOrder(circle)).toThrow("a, b depend on each other");
  });
});
