import { expect, it } from "vitest";
import { sideBySide } from "../src/side-by-side.js";

it("works on so many at once, and on all of them", async () => {
  let running = 0;
  let most = 0;
  const done: number[] = [];
  await sideBySide([1, 2, 3, 4, 5], 2, async (item) => {
    running += 1;
    most = Math.max(most, running);
    await Promise.resolve();
    running -= 1;
    done.push(item);
  });
  expect(most).toBe(2);
  expect(done.sort()).toEqual([1, 2, 3, 4, 5]);
});

it("begins nothing new after a throw", async () => {
  const begun: number[] = [];
  const work = async (item: number) => {
    begun.push(item);
    if (item === 1) throw new Error("broken");
  };
  await expect(sideBySide([1, 2, 3, 4], 1, work)).rejects.toThrow("broken");
  expect(begun).toEqual([1]);
});

it("waits for what is under way when something throws", async () => {
  let finish = () => {};
  const slow = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const events: string[] = [];
  const working = sideBySide(["slow", "broken"], 2, async (item) => {
    if (item === "broken") throw new Error("broken");
    await slow;
    events.push("slow is done");
  });
  const ended = working.catch(() => events.push("all is done"));
  await new Promise(setImmediate);
  expect(events).toEqual([]);
  finish();
  await ended;
  expect(events).toEqual(["slow is done", "all is done"]);
});
