/** Ways of changing one thing in a bundled document. */

type Node = Record<string, unknown>;

/** One change, made in place. */
export interface Mutation {
  readonly kind: string;
  readonly place: string;
  apply(): void;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Every change that the script knows, in the order of the document. */
export function mutationsOf(document: Node): readonly Mutation[] {
  const found: Mutation[] = [];
  const add = (kind: string, place: string, apply: () => void): void => {
    found.push({ kind, place, apply });
  };
  const walk = (node: Node, place: string): void => {
    for (const [name, member] of Object.entries(node)) {
      const here = `${place}/${name}`;
      if (name === "responses" && isNode(member)) {
        for (const status of Object.keys(member)) {
          add("response removed", `${here}/${status}`, () => delete member[status]);
        }
      }
      if (name === "examples" && isNode(member)) {
        for (const example of Object.keys(member)) {
          add("example removed", `${here}/${example}`, () => delete member[example]);
        }
      }
      if (name === "value" && place.includes("/examples/")) inExample(member, here, add);
      if (name === "required" && Array.isArray(member)) {
        for (const [at, of] of member.entries()) {
          add("required flag removed", `${here}/${of}`, () => member.splice(at, 1));
        }
      }
      if ((name === "enum" || name === "x-extensible-enum") && Array.isArray(member)) {
        for (const [at, value] of member.entries()) {
          add("enum value changed", `${here}/${value}`, () => {
            member[at] = `${value}X`;
          });
        }
      }
      if (name === "security" && Array.isArray(member)) {
        member.forEach((requirement: Node, at) => {
          add("security requirement removed", `${here}/${at}`, () => member.splice(at, 1));
          for (const scheme of Object.keys(requirement)) {
            add("security scheme removed", `${here}/${scheme}`, () => delete requirement[scheme]);
          }
        });
      }
      if (name === "name" && typeof node.in === "string") {
        add("parameter renamed", here, () => {
          node.name = `${member}X`;
        });
      }
      if (isNode(member)) walk(member, here);
      else if (Array.isArray(member)) {
        member.forEach((item, at) => {
          if (isNode(item)) walk(item, `${here}/${at}`);
        });
      }
    }
  };
  walk(document, "");
  return found;
}

function inExample(
  value: unknown,
  place: string,
  add: (kind: string, place: string, apply: () => void) => void,
): void {
  if (!isNode(value)) return;
  for (const [name, member] of Object.entries(value)) {
    const here = `${place}/${name}`;
    add("example member removed", here, () => delete value[name]);
    if (isNode(member)) inExample(member, here, add);
    else {
      add("example member changed", here, () => {
        value[name] = typeof member === "number" ? member + 1 : `${String(member)}X`;
      });
    }
  }
}
