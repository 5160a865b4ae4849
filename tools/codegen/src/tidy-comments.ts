import ts from "typescript";
import { commentText } from "./doc-comment.js";

/** One entry of a doc comment: a text, or a tag such as `@example` with what follows it. */
interface Part {
  readonly tag: string;
  readonly lines: readonly string[];
}

const said: readonly string[] = ["@enum", "@constant"];

/**
 * Rewrites the doc comments that openapi-typescript puts on members, in place, as one would write
 * them by hand. It says `@description` for the text itself, which editors then show as a tag below,
 * and repeats with `@enum` and `@constant` what the type says.
 */
export function tidyComments(node: ts.Node): void {
  for (const { text } of takeComments(node)) addComment(node, tidy(text));
  ts.forEachChild(node, tidyComments);
}

/** Puts a doc comment on a member. */
export function addComment(node: ts.Node, lines: readonly string[]): void {
  if (lines.length === 0) return;
  // The printer adds the opening "/*" and the closing "*/" itself.
  const text = commentText(lines).slice(1, -1);
  ts.addSyntheticLeadingComment(node, ts.SyntaxKind.MultiLineCommentTrivia, text, true);
}

function takeComments(node: ts.Node): readonly ts.SynthesizedComment[] {
  const comments = ts.getSyntheticLeadingComments(node) ?? [];
  if (comments.length > 0) ts.setSyntheticLeadingComments(node, undefined);
  return comments;
}

function tidy(text: string): string[] {
  const parts = parse(text).filter(({ tag }) => !said.includes(tag));
  const texts = parts.filter(({ tag }) => tag === "").map(({ lines }) => lines);
  const tags = parts.filter(({ tag }) => tag !== "").map(({ tag, lines }) => withTag(tag, lines));
  const isFormat = ([line]: readonly string[]) => line?.startsWith("Format: ") === true;
  // Tags come last, because a tag runs up to the next one and would swallow the text.
  const blocks = [
    ...texts.filter((lines) => !isFormat(lines)),
    ...texts.filter(isFormat),
    tags.flat(),
  ].filter((lines) => lines.length > 0);
  return blocks.flatMap((lines, index) => (index === 0 ? lines : ["", ...lines]));
}

function parse(text: string): Part[] {
  const parts: { tag: string; lines: string[] }[] = [];
  for (const raw of text.split("\n")) {
    const line = raw.replace(/^\s*\*? ?/, "").trimEnd();
    const current = parts.at(-1);
    // What continues an entry is indented by four.
    if (current !== undefined && (line === "" || line.startsWith("    "))) {
      current.lines.push(line.slice(4));
    } else if (line !== "") {
      const [, tag = "", rest = line] = line.match(/^(@\w+) ?(.*)$/) ?? [];
      parts.push({ tag: tag === "@description" ? "" : tag, lines: [rest] });
    }
  }
  return parts.map(({ tag, lines }) => ({ tag, lines: withoutBlankEnd(lines) }));
}

function withoutBlankEnd(lines: readonly string[]): readonly string[] {
  return lines.slice(0, lines.findLastIndex((line) => line !== "") + 1);
}

function withTag(tag: string, [first = "", ...others]: readonly string[]): readonly string[] {
  return [`${tag} ${first}`.trimEnd(), ...others];
}
