import { placeOf } from "./place.js";
import type { RedoclyChange } from "./redocly-diff.js";

type Rule = (change: RedoclyChange) => string | undefined;

/** A member that a server no longer reads is still sent by those who do not know. */
const removedFromRequest: Rule = ({ kind, typeName, path }) =>
  kind === "removed" && typeName === "Schema" && path.includes("/requestBody/")
    ? `${placeOf(path).within} is no longer taken`
    : undefined;

/** How a form field is written decides the bytes on the wire. What is written out is no change. */
const encodedInAnotherWay: Rule = ({ kind, typeName, path, property, revision }) => {
  if (typeName !== "Encoding") return undefined;
  if (kind === "added") {
    const { style = "form", explode = true } = (revision?.value ?? {}) as Record<string, unknown>;
    if (style === "form" && explode === true) return undefined;
  }
  return `${placeOf(path).within}: ${property ?? "the encoding"} is another`;
};

/** Generators name classes after schemas. */
const namedDifferently: Rule = ({ kind, typeName, path, property, base }) => {
  if (typeName !== "Schema" || !/^#\/components\/schemas\/[^/]+$/.test(path)) return undefined;
  if (kind === "removed") return "is removed, and the classes generated from it";
  if (property !== "key") return undefined;
  return `was called \`${base?.value}\`, and so were the classes generated from it`;
};

/** A generated client with a closed enum refuses the values that the server adds later. */
const enumClosed: Rule = ({ kind, property, path, base, revision }) =>
  kind === "modified" &&
  property === "enum" &&
  base?.value === undefined &&
  Array.isArray(revision?.value)
    ? `${placeOf(path).within} takes certain values only, and took any`
    : undefined;

/** Who leaves a member out asks for something else than before. */
const defaultChanged: Rule = ({ property, path, base, revision }) =>
  property === "default" && base?.value !== undefined
    ? `${placeOf(path).within} is \`${base.value}\` no longer where it is left out, but \`${revision?.value}\``
    : undefined;

const rules: readonly Rule[] = [
  removedFromRequest,
  encodedInAnotherWay,
  namedDifferently,
  enumClosed,
  defaultChanged,
];

/** Why a change breaks those who use the document although Redocly lets it pass. */
export function missedByRedocly(change: RedoclyChange): string | undefined {
  for (const rule of rules) {
    const text = rule(change);
    if (text !== undefined) return text;
  }
  return undefined;
}
