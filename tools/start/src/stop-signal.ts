import { isOrphaned } from "../bootstrap/parent.mjs";

/** How often to look whether the process that started us is still there. */
const LOOK_EVERY_MS = 250;

/**
 * Resolves when something asks the process to stop: SIGINT (Ctrl-C), SIGTERM, or the end of the
 * process that started us, which may be killed without passing anything on.
 *
 * The listeners stay for good: npm passes a terminal's Ctrl-C on to us once more, and that second
 * signal must not end the process before its servers are stopped.
 */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      clearInterval(looking);
      resolve();
    };
    const looking = setInterval(() => isOrphaned() && stop(), LOOK_EVERY_MS);
    process.on("SIGINT", stop).on("SIGTERM", stop);
  });
}
