import { typeOf } from "./schema-walk.mjs";

const JSON_TYPE = "application/json";
const FORM_TYPE = "application/x-www-form-urlencoded";

/** One media type, spelled plainly: without parameters, wildcards or capitals. */
const bodyMediaType = () => ({
  RequestBody: (body, ctx) => checkMediaTypes(body, [JSON_TYPE, FORM_TYPE], ctx),
  Response: (response, ctx) => checkMediaTypes(response, [JSON_TYPE], ctx),
});

function checkMediaTypes({ content }, known, { report, location }) {
  if (content === undefined) return;
  const mediaTypes = Object.keys(content);
  if (mediaTypes.length !== 1) {
    report({ message: "A body has exactly one media type.", location: location.child("content") });
  }
  for (const mediaType of mediaTypes.filter((name) => !known.includes(name))) {
    report({
      message: `Media type is "${mediaType}", and not one of: ${known.join(", ")}.`,
      location: location.child(["content", mediaType]).key(),
    });
  }
}

/** A body is a component schema, so that its class gets a name. */
const bodyNamed = () => ({
  MediaType({ schema }, { report, location }) {
    if (/(^|\/)components\/schemas\/\w+(\.yaml)?$|^\.\.\/schemas\/\w+\.yaml$/.test(schema?.$ref))
      return;
    report({
      message: "The schema of a body is a reference to components/schemas.",
      location: location.child("schema"),
    });
  },
});

/** Named examples with a summary each: mock servers choose by name, people by summary. */
const bodyExamples = () => ({
  MediaType({ example, examples }, { report, location, resolve }) {
    if (example !== undefined || Object.keys(examples ?? {}).length === 0) {
      report({ message: "A body has named examples.", location: location.key() });
      return;
    }
    for (const [name, given] of Object.entries(examples)) {
      if (!/^[a-z]+(-[a-z]+)*$/.test(name)) {
        report({
          message: "The name of an example is in kebab-case; it travels in a header.",
          location: location.child(["examples", name]).key(),
        });
      }
      const { node = {} } = resolve(given);
      if (typeof node.summary === "string" && node.summary.trim() !== "" && "value" in node)
        continue;
      report({
        message: "An example has a summary and a value.",
        location: location.child(["examples", name]),
      });
    }
  },
});

/** Clients join arrays with commas unless `style` and `explode` are written out. */
const formEncoding = () => ({
  RequestBody(body, { report, location, resolve }) {
    for (const [mediaType, media] of Object.entries(body.content ?? {})) {
      const encoding = media.encoding ?? {};
      const place = location.child(["content", mediaType]);
      if (!mediaType.startsWith(FORM_TYPE)) {
        if (media.encoding === undefined) continue;
        report({ message: "Only forms have an encoding.", location: place.child("encoding") });
        continue;
      }
      const { node: schema, location: at } = resolve(media.schema ?? {});
      const properties = schema?.properties ?? {};
      for (const [key, how] of Object.entries(encoding)) {
        const { style, explode, allowReserved, ...more } = how ?? {};
        if (!(key in properties)) {
          report({
            message: `The encoding names "${key}", which the form does not have.`,
            location: place.child(["encoding", key]).key(),
          });
        }
        const repeated = style === "form" && explode === true && allowReserved !== undefined;
        if (!repeated || Object.keys(more).length > 0) {
          report({
            message: "An encoding says style: form, explode: true, allowReserved, and no more.",
            location: place.child(["encoding", key]),
          });
        }
      }
      for (const [name, property] of Object.entries(properties)) {
        const type = typeOf(resolve(property, at?.source.absoluteRef).node ?? {});
        if (type === "array" && !(name in encoding)) {
          report({
            message: `The array "${name}" of the form has no encoding.`,
            location: place.child("encoding").key(),
          });
        }
      }
    }
  },
});

/** No client agrees with another on how an object inside a form is written. */
const formFlat = () => ({
  RequestBody(body, { report, location, resolve }) {
    const schema = body.content?.[FORM_TYPE]?.schema;
    if (schema === undefined) return;
    const { node: form, location: at = location } = resolve(schema);
    const deep = (property) => {
      const node = resolve(property, at.source.absoluteRef).node ?? {};
      if (typeOf(node) === "array") return node.items === undefined || isObject(node.items);
      return isObject(node);
    };
    const isObject = (node) => {
      const type = typeOf(resolve(node, at.source.absoluteRef).node ?? {});
      return type === undefined || type === "object" || type === "array";
    };
    for (const [name, property] of Object.entries(form?.properties ?? {})) {
      if (!deep(property)) continue;
      report({
        message: `A form holds scalars and arrays of scalars; "${name}" is neither.`,
        location: at.child(["properties", name]),
      });
    }
  },
});

export const bodyRules = {
  "body-media-type": bodyMediaType,
  "body-named": bodyNamed,
  "body-examples": bodyExamples,
  "form-encoding": formEncoding,
  "form-flat": formFlat,
};
