/** 3.1.0 is written by hand, 3.0.3 is made from it. */
const documentVersion = () => ({
  Root({ openapi, info = {} }, { report, location }) {
    if (!["3.1.0", "3.0.3"].includes(openapi)) {
      report({ message: "openapi is 3.1.0, or 3.0.3.", location: location.child("openapi") });
    }
    if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(info.version)) {
      report({
        message: "info.version is a semantic version.",
        location: location.child(["info", "version"]),
      });
    }
  },
});

/** Credentials travel to it; and two slashes in a row are another path. */
const documentServer = () => ({
  Root({ servers = [] }, { report, location }) {
    if (servers.length === 1) return;
    report({ message: "A document has one server.", location: location.child("servers") });
  },
  Operation({ servers = [] }, { report, location }) {
    if (servers.length < 2) return;
    report({ message: "An operation has one server.", location: location.child("servers") });
  },
  Server({ url = "", variables }, { report, location }) {
    const address = URL.canParse(url) ? new URL(url) : undefined;
    const plain = variables === undefined && address?.origin === url;
    if (plain && address.protocol === "https:" && address.hostname.includes(".")) return;
    report({
      message: "A server is https and a host, and nothing more.",
      location: location.child("url"),
    });
  },
});

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** What a path is made of without percent-encoding, and whole parameters; each leads somewhere. */
const documentPath = () => ({
  Paths(paths, { report, location, resolve }) {
    for (const [path, item] of Object.entries(paths)) {
      if (path.startsWith("x-")) continue;
      const place = location.child([path]).key();
      if (!/^(\/(\{\w+\}|[\w.~:-]+))+$/.test(path)) {
        report({
          message: "A path is /segments of plain characters, or {parameters}.",
          location: place,
        });
      }
      const { node = {} } = resolve(item);
      if (METHODS.some((method) => method in node)) continue;
      report({ message: "A path has an operation.", location: place });
    }
  },
});

/** No generator of the table in STYLE.md makes anything of them. */
const documentPortable = () => ({
  Root: (root, ctx) => refuse(root, ["webhooks", "jsonSchemaDialect"], ctx),
  Info: (info, ctx) => refuse(info, ["summary"], ctx),
  License: (license, ctx) => refuse(license, ["identifier"], ctx),
  Operation: (operation, ctx) => refuse(operation, ["callbacks"], ctx),
  PathItem: (item, ctx) => refuse(item, ["summary", "description", "parameters", "servers"], ctx),
  Response: (response, ctx) => refuse(response, ["links"], ctx),
  Components: (components, ctx) =>
    refuse(components, ["pathItems", "callbacks", "links", "examples", "requestBodies"], ctx),
});

function refuse(node, members, { report, location }) {
  for (const member of members.filter((name) => name in node)) {
    report({
      message: `"${member}" is outside the portable subset here.`,
      location: location.child(member).key(),
    });
  }
}

/** Whom it is from, and what it is called. */
const documentNames = () => ({
  Info: ({ title }, ctx) => needName(title, "title", ctx),
  Contact: ({ name }, ctx) => needName(name, "name", ctx),
  License: ({ name }, ctx) => needName(name, "name", ctx),
  Tag: ({ name }, ctx) => needName(name, "name", ctx),
});

function needName(name, member, { report, location }) {
  if (typeof name === "string" && /^\p{Lu}/u.test(name) && name === name.trim()) return;
  report({ message: `The ${member} is a name, with a capital and no space around.`, location });
}

/** A tag nobody uses is an empty chapter. */
const documentTags = () => {
  const used = new Set();
  return {
    Operation({ tags = [] }, { report, location }) {
      for (const tag of tags) used.add(tag);
      if (tags.length === 1) return;
      report({ message: "An operation has one tag.", location: location.key() });
    },
    Root: {
      leave({ tags = [] }, { report, location }) {
        for (const [index, { name }] of tags.entries()) {
          if (used.has(name)) continue;
          report({
            message: `No operation is tagged ${name}.`,
            location: location.child(["tags", index]),
          });
        }
      },
    },
  };
};

export const documentRules = {
  "document-version": documentVersion,
  "document-server": documentServer,
  "document-path": documentPath,
  "document-portable": documentPortable,
  "document-names": documentNames,
  "document-tags": documentTags,
};
