/** Writes lines as the inside of a doc comment: what stands between its slashes. */
export function commentText(lines: readonly string[]): string {
  const safe = lines.map((line) => line.replaceAll("*/", "*\\/"));
  const [only, ...others] = safe;
  if (only === undefined) return "";
  if (others.length === 0) return `** ${only} *`;
  return `**\n${safe.map((line) => ` *${line === "" ? "" : ` ${line}`}\n`).join("")} *`;
}

/** Writes lines as a doc comment that ends its line; nothing when there are no lines. */
export function docComment(lines: readonly string[], indent = ""): string {
  if (lines.length === 0) return "";
  return `${indent}/${commentText(lines).replaceAll("\n", `\n${indent}`)}/\n`;
}
