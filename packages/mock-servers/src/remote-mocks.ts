import type { Duration } from "./duration.js";
import type { JournalEntry } from "./journal.js";
import type { RequestFilter } from "./journal-filter.js";
import { PROVIDERS } from "./providers.js";
import type { Rule } from "./rules/rule.js";
import type { RuleState } from "./rules/rule-book.js";
import type { Scenario } from "./scenarios/scenario.js";

/** A request as the control API tells about it: secrets masked, the time as text. */
export type ReportedRequest = Omit<JournalEntry, "at"> & { readonly at: string };

/** The control API refused something; the message says why. */
export class RemoteControlError extends Error {
  override readonly name = "RemoteControlError";
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Mock servers that another process has started, seen from one session. */
export class RemoteMocks {
  /** Base URL of the IBM Video mock in this session. */
  readonly ibmVideo: string;
  /** Base URL of the BlendVision mock in this session. */
  readonly blendvision: string;
  /** Base URL of the control API in this session. */
  readonly controlUrl: string;
  readonly #token: string | undefined;

  /**
   * @param origin - of the port that both share: `http://127.0.0.1:4010`.
   * @param session - a name that no other worker has.
   * @param token - the control token, where there is one.
   */
  constructor(origin: string, session: string, token?: string) {
    const [ibmVideo = "", blendvision = ""] = PROVIDERS.map(
      ({ prefix }) => `${origin}/@${session}${prefix}`,
    );
    this.ibmVideo = ibmVideo;
    this.blendvision = blendvision;
    this.controlUrl = `${origin}/@${session}/__roomkey`;
    this.#token = token;
  }

  /** The requests that are meant, oldest first. */
  async requests(filter: RequestFilter = {}): Promise<ReportedRequest[]> {
    const { requests } = await this.#call<{ requests: ReportedRequest[] }>(
      "GET",
      `/requests${toQuery(filter)}`,
    );
    return requests;
  }

  async count(filter: RequestFilter = {}): Promise<number> {
    return (await this.#call<{ count: number }>("GET", `/requests/count${toQuery(filter)}`)).count;
  }

  /** @returns its id. */
  async addRule(rule: Rule): Promise<string> {
    const { ids } = await this.#call<{ ids: string[] }>("POST", "/rules", rule);
    return ids[0] ?? "";
  }

  async rules(): Promise<RuleState[]> {
    return (await this.#call<{ rules: RuleState[] }>("GET", "/rules")).rules;
  }

  async clearRules(): Promise<void> {
    await this.#call("DELETE", "/rules");
  }

  /** Decides the next answers of an operation, for requests of any kind. */
  async force(
    operationId: string,
    answer: { readonly status?: number; readonly example?: string; readonly times?: number },
  ): Promise<void> {
    const { times = 1, ...rest } = answer;
    await this.addRule({ match: { operationId }, answer: rest, times });
  }

  async useScenario(scenario: string | Scenario): Promise<void> {
    const body = typeof scenario === "string" ? { name: scenario } : scenario;
    await this.#call("PUT", "/scenario", body);
  }

  /** Moves the time of the session on. */
  async advance(by: Duration): Promise<void> {
    await this.#call("POST", "/clock", { advance: by });
  }

  /** Forgets everything: a fresh start between two tests. */
  async reset(): Promise<void> {
    await this.#call("POST", "/reset");
  }

  async #call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(this.controlUrl + path, {
      method,
      headers: {
        ...(body !== undefined && { "content-type": "application/json" }),
        ...(this.#token !== undefined && { authorization: `Bearer ${this.#token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer: unknown = text === "" ? undefined : JSON.parse(text);
    if (response.ok) return answer as Answer;
    const { detail = `${response.status}` } = (answer ?? {}) as { detail?: string };
    throw new RemoteControlError(response.status, detail);
  }
}

function toQuery(filter: RequestFilter): string {
  const pairs = Object.entries(filter).map(([name, value]) => [name, String(value)]);
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs)}`;
}
