const KINDS = { Schema: "PascalCase", Response: "PascalCase", Header: "PascalCase" };
const PASCAL_CASE = /^([A-Z][a-z0-9]*)+$/;
const CAMEL_CASE = /^[a-z][a-z0-9]*([A-Z][a-z0-9]*)*$/;

/** What generators make of a name, when they are at their worst. */
export const identifier = (name) => name.replace(/[^A-Za-z0-9]/g, "").toLowerCase();

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

/** Two names that differ in case or punctuation alone become one field, method or file. */
const nameDistinct = () => {
  const operations = new Map();
  const components = new Map();
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
      if (type.name !== "Schema") return;
      const name = $ref
        .split("/")
        .at(-1)
        .replace(/\.yaml$/, "");
      check(components, name, { report, location });
    },
    Schema({ properties = {} }, { report, location }) {
      const seen = new Map();
      for (const name of Object.keys(properties)) {
        check(seen, name, { report, location: location.child(["properties", name]).key() });
      }
    },
  };
};

/** A name that is nothing but signs leaves no identifier. */
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
