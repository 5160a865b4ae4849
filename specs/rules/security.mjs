/** Generators flatten alternatives into a union of all schemes. */
const securityOne = () => ({
  Operation({ security }, { report, location }) {
    const [requirement = {}, ...more] = security ?? [];
    const names = Object.keys(requirement);
    const scopes = Object.values(requirement).flat();
    if (security?.length === 0 || (names.length && !more.length && !scopes.length)) return;
    report({
      message: "An operation takes no credential, or one set of them, without scopes.",
      location: security === undefined ? location.key() : location.child("security"),
    });
  },
  Root({ security }, { report, location }) {
    if (security === undefined) return;
    report({
      message: "Each operation says for itself which credentials it takes.",
      location: location.child("security").key(),
    });
  },
});

/** In a header named authorization the user types the word Bearer. */
const securityScheme = () => ({
  SecurityScheme({ type, scheme, in: place, name = "" }, { report, location }) {
    const http = type === "http" && ["bearer", "basic"].includes(scheme);
    const key = type === "apiKey" && place === "header" && name.toLowerCase() !== "authorization";
    if (http || key) return;
    report({
      message: "A scheme is http bearer, http basic, or a key in a header of its own.",
      location,
    });
  },
});

/** Clients ask for every scheme there is. */
const securityUsed = () => {
  const used = new Set();
  return {
    SecurityRequirement(requirement) {
      for (const name of Object.keys(requirement)) used.add(name);
    },
    Root: {
      leave({ components = {} }, { report, location }) {
        for (const name of Object.keys(components.securitySchemes ?? {})) {
          if (used.has(name)) continue;
          report({
            message: `Nothing takes the credential ${name}.`,
            location: location.child(["components", "securitySchemes", name]).key(),
          });
        }
      },
    },
  };
};

export const securityRules = {
  "security-one": securityOne,
  "security-scheme": securityScheme,
  "security-used": securityUsed,
};
