import type { Document, Node } from "yaml";
import type { IssuePath } from "../json-schema.js";

/** YAML that was read, and where everything stands in it. */
export interface YamlText {
  readonly value: unknown;
  /** The line, from 1, of what a path leads to, or of the nearest thing above it. */
  lineOf(path: IssuePath): number;
}

/** Text that is no YAML. */
export class YamlError extends Error {
  override readonly name = "YamlError";
  readonly errors: readonly { readonly line: number; readonly message: string }[];

  constructor(errors: YamlError["errors"]) {
    super(errors.map(({ line, message }) => `line ${line}: ${message}`).join("; "));
    this.errors = errors;
  }
}

/** @throws {YamlError} when it is none. */
export async function readYaml(text: string): Promise<YamlText> {
  // Loaded when there is a file to read, which most runs do without.
  const { isMap, isScalar, isSeq, LineCounter, parseDocument } = await import("yaml");
  const lines = new LineCounter();
  const document: Document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const line = (offset: number): number => Math.max(lines.linePos(offset).line, 1);
  if (document.errors.length > 0) {
    throw new YamlError(
      document.errors.map(({ pos, message }) => ({ line: line(pos[0]), message })),
    );
  }
  const lineOf = (path: IssuePath): number => {
    let node: unknown = document.contents;
    let offset = startOf(node) ?? 0;
    for (const key of path) {
      if (isSeq(node) && typeof key === "number") {
        node = node.items[key];
        offset = startOf(node) ?? offset;
      } else if (isMap(node)) {
        // The key's own line: the value of a mapping starts on the one below.
        const pair = node.items.find(({ key: name }) => isScalar(name) && name.value === key);
        if (!pair) break;
        offset = startOf(pair.key) ?? offset;
        node = pair.value;
      } else break;
    }
    return line(offset);
  };
  return { value: document.toJS(), lineOf };
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
