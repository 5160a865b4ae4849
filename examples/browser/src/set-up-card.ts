import type { OpenSession } from "roomkey";
import { element } from "./element.js";
import { errorView } from "./error-view.js";
import { sessionView } from "./session-view.js";

/** What is in the form of a card. */
export interface Fields {
  /** The text of a field, without spaces around it. */
  text(name: string): string;
  /** The option `baseUrl` where the field is filled in. */
  baseUrl(name: string): { readonly baseUrl?: string };
}

/** Opens a session with what is in the form, each time it is sent, and shows what came of it. */
export function setUpCard(
  id: string,
  open: (fields: Fields, signal: AbortSignal) => Promise<OpenSession>,
): void {
  const form = document.querySelector<HTMLFormElement>(`#${id} form`);
  const outcome = document.querySelector(`#${id} .outcome`);
  if (form === null || outcome === null) throw new Error(`the page has no card ${id}`);

  let latest = new AbortController();
  /** Shows the session to come, and ends the wait for the one before. */
  const show = async (opening: (signal: AbortSignal) => Promise<OpenSession>): Promise<void> => {
    latest.abort();
    latest = new AbortController();
    const { signal } = latest;
    outcome.replaceChildren(element("p", { class: "waiting", role: "status" }, "Opening…"));
    try {
      const session = await opening(signal);
      // A new session in the place of this one, which stays as it is.
      const renew = () => void show((newer) => session.refresh({ signal: newer }));
      if (!signal.aborted) outcome.replaceChildren(sessionView(session, renew));
    } catch (error) {
      if (!signal.aborted) outcome.replaceChildren(errorView(error));
    }
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    // At once: the function may throw before it gives a promise, for a base URL that is none.
    void show(async (signal) => open(fieldsOf(form), signal));
  });
}

function fieldsOf(form: HTMLFormElement): Fields {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? "").trim();
  return { text, baseUrl: (name) => (text(name) === "" ? {} : { baseUrl: text(name) }) };
}
