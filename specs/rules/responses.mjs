import { STATUS_CODES } from "node:http";

const WITHOUT_CONTENT = ["204", "205"];

/** Ranges such as 4XX are unknown to some generators, and made-up codes to all servers. */
const responseStatus = () => ({
  Responses(responses, { report, location }) {
    for (const status of Object.keys(responses)) {
      if (status === "default" || status in STATUS_CODES || status.startsWith("x-")) continue;
      report({ message: `${status} is no status.`, location: location.child([status]).key() });
    }
  },
});

/** Some clients read a body that is not there, others do not read one that is. */
const responseContent = () => ({
  Responses(responses, { report, location, resolve }) {
    for (const [status, response] of Object.entries(responses)) {
      const { node } = resolve(response);
      if (node === undefined || status.startsWith("x-")) continue;
      const content = Object.keys(node.content ?? {}).length > 0;
      if (content !== WITHOUT_CONTENT.includes(status)) continue;
      report({
        message: content ? `A ${status} has no content.` : `A ${status} has content.`,
        location: location.child([status]),
      });
    }
  },
});

/** Headers have no case, hold one scalar, and Content-Type is said by the media type. */
const responseHeaders = () => ({
  Header({ schema, content }, { report, location, resolve }) {
    const type = resolve(schema ?? {}).node?.type;
    if (content !== undefined || !["string", "integer", "boolean"].includes(type)) {
      report({ message: "A header has a schema of one scalar type.", location });
    }
  },
  Response({ headers = {} }, { report, location }) {
    const seen = new Set(["content-type"]);
    for (const name of Object.keys(headers)) {
      if (seen.has(name.toLowerCase()) || !/^[A-Za-z0-9-]+$/.test(name)) {
        report({
          message: `${name} is no name, follows from the media type, or is there twice.`,
          location: location.child(["headers", name]).key(),
        });
      }
      seen.add(name.toLowerCase());
    }
  },
});

export const responseRules = {
  "response-status": responseStatus,
  "response-content": responseContent,
  "response-headers": responseHeaders,
};
