// Mistakes that only the sources can have, each in a copy of one document's folder.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { redocly } from "./defects/findings.js";
import { type Api, folder } from "./document.js";

interface SourceDefect {
  readonly title: string;
  readonly api: Api;
  readonly file: string;
  /** Replaces the first text by the second. */
  readonly edit: readonly [from: string, to: string];
  readonly rule: string;
}

const ibm = "ibm-video-chat";
const blendvision = "blendvision-chatroom";
const schema = (name: string) => `components/schemas/${name}.yaml`;

const defects: readonly SourceDefect[] = [
  {
    title: "a reference to a file that there is not",
    api: ibm,
    file: "paths/channels-chat.yaml",
    edit: ["responses/NotFound.yaml", "responses/Notfound.yaml"],
    rule: "no-unresolved-refs",
  },
  {
    title: "an example in a file that there is not",
    api: ibm,
    file: "components/responses/NotFound.yaml",
    edit: ["error.not-found.json", "error.notfound.json"],
    rule: "roomkey/inline-examples",
  },
  {
    title: "an example in a file that is no JSON",
    api: ibm,
    file: "examples/error.not-found.json",
    edit: ["{", "{,"],
    rule: "roomkey/inline-examples",
  },
  {
    title: "an example in a file and beside it",
    api: ibm,
    file: "components/responses/NotFound.yaml",
    edit: ["externalValue:", "value: {}\n        externalValue:"],
    rule: "roomkey/inline-examples",
  },
  {
    title: "an example file that does not fit its schema",
    api: ibm,
    file: "examples/initialize-chat.working.json",
    edit: ['"has_verified_user": true', '"has_verified_user": 1'],
    rule: "no-invalid-media-type-examples",
  },
  {
    title: "an example that YAML reads as a number",
    api: blendvision,
    file: schema("CustomCounter"),
    edit: ['example: "3"', "example: 3"],
    rule: "no-invalid-schema-examples",
  },
  {
    title: "a misspelt keyword",
    api: blendvision,
    file: schema("MqttTopics"),
    edit: ["required:", "requried:"],
    rule: "struct",
  },
  {
    title: "a line that is out of line",
    api: ibm,
    file: schema("ChatUser"),
    edit: ["    example: true", "example: true"],
    rule: "no-unresolved-refs",
  },
  {
    title: "the operationId of another file",
    api: ibm,
    file: "paths/channels-chat-groups.yaml",
    edit: ["operationId: initializeGroupChat", "operationId: initializeChat"],
    rule: "operation-operationId-unique",
  },
  {
    title: "a schema of its own in a response",
    api: ibm,
    file: "components/responses/NotFound.yaml",
    edit: ["$ref: ../schemas/ChannelApiError.yaml", "type: object"],
    rule: "roomkey/body-named",
  },
  {
    title: "a closed enum in an answer",
    api: blendvision,
    file: schema("Poll"),
    edit: ["x-extensible-enum: [POLL", "enum: [POLL"],
    rule: "roomkey/response-open-enum",
  },
  {
    title: "an encoding under another name than the field",
    api: ibm,
    file: "paths/channels-chat-groups.yaml",
    edit: ["          participant_ids[]:", "          participantIds:"],
    rule: "roomkey/form-encoding",
  },
  {
    title: "an assumption that is not listed",
    api: blendvision,
    file: schema("Poll"),
    edit: ["x-assumption: BV-007", "x-assumption: BV-700"],
    rule: "roomkey/mark-assumption",
  },
  {
    title: "an operation without sources",
    api: blendvision,
    file: "paths/chatrooms-config.yaml",
    edit: ["x-provenance:", "x-sources:"],
    rule: "roomkey/operation-provenance",
  },
  {
    title: "a security scheme that is not defined",
    api: blendvision,
    file: "paths/chatrooms-config.yaml",
    edit: ["- chatroomToken: []", "- chatToken: []"],
    rule: "security-defined",
  },
  {
    title: "an error of another type",
    api: ibm,
    file: "components/responses/Unauthorized.yaml",
    edit: ["schemas/ChannelApiError", "schemas/OAuthError"],
    rule: "roomkey/operation-one-error-type",
  },
];

const copies = mkdtempSync(join(tmpdir(), "roomkey-sources-"));
const rootOf = (index: number) => join(copies, String(index), "openapi.yaml");
let found: Map<string, string[]>;

beforeAll(async () => {
  for (const [index, { api, file, edit }] of defects.entries()) {
    const copy = join(copies, String(index));
    cpSync(fileURLToPath(new URL(api, folder)), copy, { recursive: true });
    const text = readFileSync(join(copy, file), "utf8");
    if (!text.includes(edit[0])) throw new Error(`${file} has no ${edit[0]}`);
    writeFileSync(join(copy, file), text.replace(...edit));
  }
  found = await redocly(defects.map((_, index) => rootOf(index)));
}, 120_000);
afterAll(() => rmSync(copies, { recursive: true }));

test.each(defects.map((defect, index) => ({ ...defect, index })))("$title: $rule", (defect) => {
  expect(found.get(rootOf(defect.index))).toContain(defect.rule);
});
