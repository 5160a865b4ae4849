import type { OpenApiDocument, Schema } from "./document.js";
import { Refusal } from "./refusal.js";
import { requiredPaths } from "./required-paths.js";
import type { Shape } from "./table.js";

interface Node {
  isRequired: boolean;
  items?: Node;
  readonly members: Map<string, Node>;
}

const newNode = (): Node => ({ isRequired: false, members: new Map() });

/** What a schema requires, as the shape that the table holds. */
export function requiredShape(document: OpenApiDocument, schema: Schema): Shape {
  const root = newNode();
  for (const path of requiredPaths(document, schema)) {
    const steps = path.match(/[^.[\]]+|\[\]/g) ?? [];
    steps.reduce(below, root).isRequired = true;
  }
  // A body is always there; one of which nothing is required may be any JSON object or array.
  return root.items || root.members.size > 0 ? shapeOf(root) : {};
}

function below(node: Node, step: string): Node {
  if (step === "[]") {
    node.items ??= newNode();
    return node.items;
  }
  const known = node.members.get(step);
  if (known) return known;
  const member = newNode();
  node.members.set(step, member);
  return member;
}

function shapeOf({ items, members }: Node): Shape {
  if (items && members.size > 0) throw new Refusal("something is both an array and an object");
  if (items) return [shapeOf(items)];
  if (members.size === 0) return 1;
  const entries = [...members].map(([name, member]) => {
    if (name.endsWith("?")) throw new Refusal(`member ${name}: a name may not end in "?"`);
    return [member.isRequired ? name : `${name}?`, shapeOf(member)] as const;
  });
  return Object.fromEntries(entries);
}
