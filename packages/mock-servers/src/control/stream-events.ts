import type { ServerResponse } from "node:http";
import type { Journal, JournalEntry } from "../journal.js";

/** Proxies close connections on which nothing is said. */
const HEARTBEAT_MS = 15_000;

/** A reader that is this far behind is let go: it can come back with `Last-Event-ID`. */
const MAX_BEHIND_BYTES = 4 * 1024 * 1024;

/** Sends the entries that are meant as server-sent events: those missed, then each new one. */
export function streamEvents(
  journal: Journal,
  isMeant: (entry: JournalEntry) => boolean,
  missed: readonly JournalEntry[],
): (response: ServerResponse) => () => void {
  return (response) => {
    const send = (entry: JournalEntry): void => {
      if (!isMeant(entry)) return;
      response.write(`event: request\nid: ${entry.id}\ndata: ${JSON.stringify(entry)}\n\n`);
      if (response.writableLength > MAX_BEHIND_BYTES) response.destroy();
    };
    response.write(": requests as they come in\n\n");
    missed.forEach(send);
    const stopListening = journal.listen(send);
    const heartbeat = setInterval(() => response.write(": still here\n\n"), HEARTBEAT_MS);
    return () => {
      stopListening();
      clearInterval(heartbeat);
    };
  };
}
