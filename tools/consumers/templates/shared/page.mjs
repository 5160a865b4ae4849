import { openSessions } from "./open-sessions.mjs";

// The page is told by its address where the platforms are, and asked for this by whoever opened it.
window.report = openSessions(Object.fromEntries(new URLSearchParams(location.search)));
