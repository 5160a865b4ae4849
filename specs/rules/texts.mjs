import { describedOutside, isNothing } from "./schema-walk.mjs";

const PLACEHOLDER = /\b(TODO|FIXME|TBD|XXX|lorem ipsum)\b/i;
/** Control characters but the end of a line, zero-width ones, and those that turn the direction. */
const INVISIBLE = /(?!\n)\p{Cc}|\p{Cf}|\u2028|\u2029/u;
/** A link to elsewhere, or one that leads nowhere once the text is somewhere else. */
const UNSAFE_LINK = /\bhttp:\/\/|\]\((?!https:\/\/)/;
/** What has to be described, and by which member. */
const DESCRIBED = {
  Info: "description",
  Tag: "description",
  Server: "description",
  Operation: "description",
  Parameter: "description",
  RequestBody: "description",
  Response: "description",
  Header: "description",
  SecurityScheme: "description",
  ExternalDocs: "description",
};

/** Documentation comments of the generated code come from it. */
const textDescription = () => {
  const check = (member) => (node, ctx) => needText(node, member, ctx);
  const visitors = Object.entries(DESCRIBED).map(([type, member]) => [type, check(member)]);
  return {
    ...Object.fromEntries(visitors),
    Schema(schema, ctx) {
      if (!describedOutside(ctx.key, ctx.parent) && !isNothing(schema))
        needText(schema, "description", ctx);
    },
  };
};

function needText(node, member, { report, location }) {
  const text = node[member];
  if (typeof text === "string" && /\p{L}/u.test(text)) return;
  report({ message: `${member} is missing.`, location });
}

/** Method lists show it in one line. */
const textSummary = () => {
  const seen = new Set();
  return {
    Operation({ summary = "" }, { report, location }) {
      const plain = /^\p{Lu}.{2,58}[^.\s]$/u.test(summary);
      if (plain && !seen.has(summary)) {
        seen.add(summary);
        return;
      }
      report({
        message: "A summary is one line of up to 60 characters, without a full stop, and unique.",
        location: location.child("summary"),
      });
    },
  };
};

/** Whoever follows a link must arrive. */
const textAddress = () => {
  const check = ({ url }, { report, location }) => {
    if (url === undefined || (URL.canParse(url) && new URL(url).protocol === "https:")) return;
    report({ message: "A link is an https address.", location: location.child("url") });
  };
  const any = ({ description }, { report, location }) => {
    if (typeof description !== "string" || !UNSAFE_LINK.test(description)) return;
    report({ message: "A link is an https address.", location: location.child("description") });
  };
  return { any, ExternalDocs: check, Contact: check, License: check };
};

/** Text that was never written, or holds what nobody sees. */
const textFinished = () => ({
  any(node, { report, location }) {
    for (const member of ["title", "summary", "description"]) {
      const text = node?.[member];
      if (typeof text !== "string" || !(PLACEHOLDER.test(text) || INVISIBLE.test(text))) continue;
      report({
        message: "This text is a placeholder, or has invisible characters.",
        location: location.child(member),
      });
    }
  },
});

/** Whoever is told to stop needs to know what to do. */
const textDeprecated = () => {
  const check = ({ deprecated, description = "" }, { report, location }) => {
    if (deprecated !== true || /\binstead\b|\breplaced by\b/i.test(description)) return;
    report({
      message: "A deprecated description says what to use instead.",
      location: location.child("deprecated"),
    });
  };
  return { Operation: check, Parameter: check, Header: check, Schema: check };
};

export const textRules = {
  "text-description": textDescription,
  "text-summary": textSummary,
  "text-address": textAddress,
  "text-finished": textFinished,
  "text-deprecated": textDeprecated,
};
