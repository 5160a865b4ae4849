const KINDS = { Schema: "PascalCase", Response: "PascalCase", Header: "PascalCase" };
const PASCAL_CASE = /^([A-Z][a-z0-9]*)+$/;
const CAMEL_CASE = /^[a-z][a-z0-9]*([A-Z][a-z0-9]*)*$/;

/** What generators make of a name, when they are at their worst. */
export const identifier = (name) => name.replace(/[^A-Za-z0-9]/g, "").toLowerCase();

/** The name of the component that a reference leads to, in the sources and in a bundle. */
const componentName = ($ref) =>
  $ref
    .split("/")
    .at(-1)
    .replace(/\.yaml$/, "");

/** A component gives a class its name. */
const nameComponent = () => ({
  ref({ $ref }, { report, location, type }) {
    const name = $ref
      .split("/")
      .at(-1)
      .replace(/\.yaml$/, "");
    const isPart = /(^|\/)paths\//.test($ref) || type.name === "PathItem";
    const wanted = KINDS[type.name] === "PascalCase" ? PASCAL_CASE : CAMEL_CASE;
    if (isPart || wanted.test(name)) return;
    report({
      message: `${type.name} "${name}" is not in ${KINDS[type.name] ?? "camelCase"}.`,
      location: location.child("$ref"),
    });
  },
});

/** Names that differ in case or punctuation alone become one field, method, type or file. */
const nameDistinct = () => {
  const operations = new Map();
  /** Schemas and security schemes: ogen makes a type of each. */
  const types = new Map();
  const check = (seen, name, { report, location }) => {
    const other = seen.get(identifier(name));
    if (other !== undefined && other !== name) {
      report({ message: `"${name}" and "${other}" become the same identifier.`, location });
    }
    seen.set(identifier(name), name);
  };
  return {
    Operation({ operationId = "" }, ctx) {
      check(operations, operationId, ctx);
    },
    ref({ $ref }, { report, location, type }) {
      if (type.name === "Schema") check(types, componentName($ref), { report, location });
    },
    SecurityRequirement(requirement, ctx) {
      for (const name of Object.keys(requirement)) check(types, name, ctx);
    },
    Schema({ properties = {} }, { report, location }) {
      const seen = new Map();
      for (const name of Object.keys(properties)) {
        check(seen, name, { report, location: location.child(["properties", name]).key() });
      }
    },
  };
};

/** Members are named as the vendors name theirs; other signs leave no identifier. */
const nameProperty = () => ({
  Schema({ properties = {} }, { report, location }) {
    for (const name of Object.keys(properties)) {
      if (/^@?[a-z][a-z0-9_]*(\[\])?$/.test(name)) continue;
      report({
        message: `"${name}" is not in snake_case, as all members are.`,
        location: location.child(["properties", name]).key(),
      });
    }
  },
});

export const nameRules = {
  "name-component": nameComponent,
  "name-distinct": nameDistinct,
  "name-property": nameProperty,
};
