import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import { timeout, untilAborted } from "../src/index.js";

const URL_ = "https://api.example.com/rooms";
const listeners = (signal: AbortSignal) => getEventListeners(signal, "abort").length;
const never = () => new Promise<never>(() => {});

it("without a signal a wait is the work itself", () => {
  const work = Promise.resolve();
  expect(untilAborted(undefined, work)).toBe(work);
});

describe("many calls under one signal", () => {
  it("have one listener together, and all end at its abort", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const bounded = timeout({ ms: false, scope: "total" })(never);
    const calls = [
      ...Array.from({ length: 20 }, () => bounded(URL_, { signal })),
      ...Array.from({ length: 20 }, () => untilAborted(signal, never())),
    ];
    expect(listeners(signal)).toBe(1);
    controller.abort(new Error("mine"));
    for (const call of calls) await expect(call).rejects.toThrow("mine");
    expect(listeners(signal)).toBe(0);
  });

  it("keep it until the last of them has ended", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const waiting = untilAborted(signal, never());
    await untilAborted(signal, Promise.resolve());
    await untilAborted(signal, Promise.resolve());
    expect(listeners(signal)).toBe(1);
    controller.abort(new Error("mine"));
    await expect(waiting).rejects.toThrow("mine");
    expect(listeners(signal)).toBe(0);
  });

  it("end at once where it is aborted already", async () => {
    const signal = AbortSignal.abort(new Error("mine"));
    await expect(untilAborted(signal, never())).rejects.toThrow("mine");
    expect(listeners(signal)).toBe(0);
  });
});
