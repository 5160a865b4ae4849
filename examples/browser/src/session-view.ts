import type { AnySession } from "roomkey";
import { element } from "./element.js";

/** A session, for people. `renew` is what the button does. */
export function sessionView(session: AnySession, renew: () => void): HTMLElement {
  const { provider, room, user, connection, expiresAt, viewerCount } = session;
  const button = element("button", { type: "button", class: "renew" }, "Renew");
  button.addEventListener("click", renew);
  return element(
    "div",
    { class: "session", role: "status" },
    element("p", { class: "open" }, element("strong", {}, "Open"), ` on ${provider}`, button),
    part("Room", {
      Id: room.id,
      Kind: room.kind,
      Status: room.status,
      Writing: room.muted === null ? null : room.muted ? "muted" : "allowed",
      Created: room.createdAt,
      Watching: viewerCount,
    }),
    part("You", {
      Id: user.id,
      Name: user.name,
      Role: user.role,
      Verified: user.verified,
      Guest: user.guest,
      Device: user.deviceId,
    }),
    part("Until", { Expires: expiresAt }),
    element(
      "div",
      { class: "part connection" },
      element("h3", {}, "Connection ", element("span", { class: "tag" }, connection.protocol)),
      // A connection prints itself without its secrets; a realtime client reads its members.
      element("pre", {}, JSON.stringify(connection, null, 2)),
    ),
  );
}

type Value = string | number | boolean | Date | null;

function part(title: string, values: Readonly<Record<string, Value>>): HTMLElement {
  const rows = Object.entries(values).flatMap(([name, value]) => [
    element("dt", {}, name),
    value === null
      ? element("dd", { class: "unsaid" }, "not said")
      : element("dd", {}, value instanceof Date ? time(value) : text(value)),
  ]);
  return element("div", { class: "part" }, element("h3", {}, title), element("dl", {}, ...rows));
}

function text(value: string | number | boolean): string {
  return typeof value === "boolean" ? (value ? "yes" : "no") : String(value);
}

function time(date: Date): HTMLElement {
  const shown = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short" });
  return element("time", { datetime: date.toISOString() }, shown.format(date));
}
