import type { CredentialKind } from "./credential-kind.js";
import type { JournalEntry } from "./journal.js";
import type { Provider } from "./providers.js";

/** Which requests are meant; a request has to meet all that is said. */
export interface RequestFilter {
  /** `none`: the path led to neither of the two. */
  readonly provider?: Provider | "none";
  readonly operationId?: string;
  /** In upper case. */
  readonly method?: string;
  /** Path and query as received; `*` stands for anything. */
  readonly path?: string;
  /** Of the answer: `402`, or `4xx` for all of a class. */
  readonly status?: number | string;
  readonly credential?: CredentialKind;
  /** The id of the rule that answered. */
  readonly rule?: string;
  /** Whether the request met every rule of the document. */
  readonly valid?: boolean;
  readonly forced?: boolean;
  /** Only requests after this one. */
  readonly after?: number;
  /** Only the last so many of them. */
  readonly limit?: number;
}

/** The entries that are meant, oldest first. */
export function filterEntries(
  entries: readonly JournalEntry[],
  filter: RequestFilter,
): JournalEntry[] {
  const test = matcher(filter);
  const found = entries.filter(test);
  const { limit } = filter;
  return limit === undefined ? found : limit === 0 ? [] : found.slice(-limit);
}

/** Whether an entry is meant, `limit` aside. */
export function matcher(filter: RequestFilter): (entry: JournalEntry) => boolean {
  const { provider, operationId, method, path, status, credential } = filter;
  const { rule, valid, forced, after } = filter;
  const checks: ((entry: JournalEntry) => boolean)[] = [];
  if (provider !== undefined) checks.push((entry) => (entry.provider ?? "none") === provider);
  if (operationId !== undefined) checks.push((entry) => entry.operationId === operationId);
  if (method !== undefined) checks.push((entry) => entry.method === method);
  if (credential !== undefined) checks.push((entry) => entry.credential === credential);
  if (rule !== undefined) checks.push((entry) => entry.rule === rule);
  if (valid !== undefined) checks.push((entry) => (entry.violations.length === 0) === valid);
  if (forced !== undefined) checks.push((entry) => entry.forced === forced);
  if (after !== undefined) checks.push((entry) => entry.id > after);
  if (path !== undefined) {
    const pattern = glob(path);
    checks.push((entry) => pattern.test(entry.path));
  }
  if (status !== undefined) {
    const wanted = String(status).toLowerCase();
    checks.push(({ status: got }) => String(got) === wanted || `${String(got)[0]}xx` === wanted);
  }
  return (entry) => checks.every((check) => check(entry));
}

function glob(path: string): RegExp {
  const parts = path.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "s");
}
