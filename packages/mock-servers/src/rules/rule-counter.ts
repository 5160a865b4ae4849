import { createHash } from "node:crypto";
import type { Clock } from "../clock.js";
import { milliseconds } from "../duration.js";
import { seededRandom } from "../random.js";
import type { NthMatch, Rule } from "./rule.js";

/** Credentials are counted up to here; a test has a few of them, a fuzzer has millions. */
const MAX_CREDENTIALS = 10_000;

/** Knows how often a rule was met, and whose turn it is. */
export class RuleCounter {
  matched = 0;
  answered = 0;
  readonly random: () => number;
  readonly #rule: Rule;
  readonly #clock: Clock;
  readonly #since: number;
  readonly #perCredential = new Map<string, number>();
  #count = 0;

  constructor(rule: Rule, clock: Clock, seed: string) {
    this.#rule = rule;
    this.#clock = clock;
    this.#since = clock.now();
    this.random = seededRandom(seed);
  }

  /** Counts a request that meets the rule, and tells whether the rule is to answer it. */
  count(credential: string): boolean {
    this.matched += 1;
    const { match = {}, times = Number.POSITIVE_INFINITY } = this.#rule;
    const { nth, probability } = match;
    const isTurn = isNth(nth, this.#next(nth, credential));
    // Drawn whether it matters or not, so that what one rule does never changes another's luck.
    const isLucky = probability === undefined || this.random() < probability;
    return isTurn && isLucky && this.#isTime() && this.answered < times;
  }

  /** Counts from 1 again. */
  restart(): void {
    this.#count = 0;
    this.#perCredential.clear();
  }

  #next(nth: number | NthMatch | undefined, credential: string): number {
    if (typeof nth !== "object" || nth.per !== "credential") {
      this.#count += 1;
      return this.#count;
    }
    const key = createHash("sha256").update(credential).digest("base64");
    const next = (this.#perCredential.get(key) ?? 0) + 1;
    if (this.#perCredential.size >= MAX_CREDENTIALS) this.#perCredential.clear();
    this.#perCredential.set(key, next);
    return next;
  }

  #isTime(): boolean {
    const { elapsed } = this.#rule.match ?? {};
    if (!elapsed) return true;
    const passed = this.#clock.now() - this.#since;
    const { from = 0, to } = elapsed;
    return passed >= milliseconds(from) && (to === undefined || passed < milliseconds(to));
  }
}

function isNth(wanted: number | NthMatch | undefined, n: number): boolean {
  if (wanted === undefined) return true;
  if (typeof wanted === "number") return n === wanted;
  const { from = 1, to = Number.POSITIVE_INFINITY, every = 1 } = wanted;
  return n >= from && n <= to && (n - from) % every === 0;
}
