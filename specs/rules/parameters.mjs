const RESERVED = ["accept", "content-type", "authorization"];
const TRICKY = ["content", "allowEmptyValue", "allowReserved"];

/** What every generator can send: in the path, the query or a header, by the default style. */
const parameterPortable = () => ({
  Parameter(parameter, { report, location, resolve }) {
    const { in: place, name = "" } = parameter;
    const refuse = (message, member) => report({ message, location: location.child(member) });
    if (place === "cookie") refuse("A browser does not let code set cookies.", "in");
    if (place === "header" && RESERVED.includes(String(name).toLowerCase())) {
      refuse(`The header ${name} cannot be a parameter.`, "name");
    }
    for (const member of TRICKY) {
      if (member in parameter) refuse(`Generators do not agree on ${member}.`, member);
    }
    const styles = [undefined, place === "query" ? "form" : "simple"];
    if (!styles.includes(parameter.style)) refuse("Only the default style is safe.", "style");
    const { type } = resolve(parameter.schema ?? {}).node ?? {};
    if (type === "object" || Array.isArray(type)) {
      refuse("A parameter is a scalar or an array, and never null.", "schema");
    }
    if (place === "path" && type === "array") refuse("A path holds scalars.", "schema");
  },
});

/** Tools show it, mock servers and tests send it. */
const parameterExample = () => ({
  Parameter: (parameter, ctx) => needExample(parameter, ctx),
  Header: (header, ctx) => needExample(header, ctx),
});

function needExample({ example, examples }, { report, location }) {
  if (example !== undefined && examples === undefined) return;
  report({ message: "A parameter or a header has one example.", location });
}

/** An empty id leads to another path. */
const parameterPathNotEmpty = () => ({
  Parameter({ in: place, schema }, { report, location, resolve }) {
    const { type, minLength } = resolve(schema ?? {}).node ?? {};
    if (place !== "path" || type !== "string" || minLength >= 1) return;
    report({
      message: "A text in the path has a minLength of 1.",
      location: location.child("schema"),
    });
  },
});

export const parameterRules = {
  "parameter-portable": parameterPortable,
  "parameter-example": parameterExample,
  "parameter-path-not-empty": parameterPathNotEmpty,
};
