const width = 100;

/** Lays out what the printer of TypeScript writes: two columns a level, lines up to 100 columns. */
export function layout(text: string): string {
  const lines = text
    .split("\n")
    .map((line) => line.replace(/^(?: {4})+/, (spaces) => " ".repeat(spaces.length / 2)));
  return wrapComments(lines).flatMap(wrapUnion).join("\n");
}

/** Breaks the long lines of doc comments, but not those of tags: an example stays as it is. */
function wrapComments(lines: readonly string[]): string[] {
  let inTags = false;
  return lines.flatMap((line) => {
    const [, indent = "", opening, text = ""] =
      line.match(/^( *)(\/\*\*| \*)(?: (.*?)(?: \*\/)?)?$/) ?? [];
    if (opening === undefined || text === "/") return [line];
    if (opening === "/**") inTags = false;
    if (text.startsWith("@")) inTags = true;
    if (inTags || line.length <= width) return [line];

    const body = wrapWords(text, width - indent.length - 3).map((part) => `${indent} * ${part}`);
    return opening === "/**" ? [`${indent}/**`, ...body, `${indent} */`] : body;
  });
}

function wrapWords(text: string, room: number): string[] {
  const [lead = ""] = text.match(/^ */) ?? [];
  const lines: string[] = [];
  let line = "";
  for (const word of text.trim().split(" ")) {
    const longer = line === "" ? `${lead}${word}` : `${line} ${word}`;
    // These would start a list, a heading or a tag if they stood first in a line.
    const fits = longer.length <= room || /^([-*+#@>]|\d+[.)]$)/.test(word);
    if (!fits && line !== "") lines.push(line);
    line = fits || line === "" ? longer : `${lead}${word}`;
  }
  return [...lines, line];
}

/** Writes a long union of literals one member a line. */
function wrapUnion(line: string): string[] {
  const [, indent = "", name, union = ""] =
    line.match(
      /^( *)((?:\w+|"[^"]*")\??:) ((?:"[^"]*" \| )+(?:"[^"]*"|null|\(string & \{\}\)));$/,
    ) ?? [];
  if (name === undefined || line.length <= width) return [line];
  const members = union.split(" | ").map((member) => `${indent}  | ${member}`);
  return [`${indent}${name}`, ...members.slice(0, -1), `${members.at(-1)};`];
}
