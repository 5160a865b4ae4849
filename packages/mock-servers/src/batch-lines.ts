/**
 * Collects the lines of one turn of the event loop and writes them together: writing to a pipe or a
 * file waits for the system, which under load takes longer than many an answer.
 */
export function batchLines(write: (lines: string) => void): (line: string) => void {
  let waiting: string[] = [];
  return (line) => {
    waiting.push(line);
    if (waiting.length > 1) return;
    setImmediate(() => {
      const lines = waiting;
      waiting = [];
      write(lines.join("\n"));
    });
  };
}
