/**
 * What generators get wrong, and why: reviewed by people, held against every run. A gap that closes
 * fails the run as well, so that help which is needed no more does not stay.
 */
export interface KnownGap {
  readonly target: string;
  /** Ids of vectors; `*` stands for anything. Each of them goes wrong without help. */
  readonly vectors: readonly string[];
  /** Whether the help of the language page makes it right. */
  readonly helped: boolean;
  /** What the generator does, and what is known of it upstream. */
  readonly reason: string;
}

/** The token endpoint takes the bare secret, which no standard knows: IBM-009 in ASSUMPTIONS.md. */
const BASIC =
  "The generated code builds `Basic` credentials the way RFC 7617 says, and IBM wants the bare client secret; the document cannot say so.";

const MISSING_MEMBERS = [
  "get-chatroom-config/200-member-missing",
  "initialize-chat/200-member-missing",
  "refresh-chatroom-token/200-member-missing",
];

/** Errors whose body is no JSON although the document promises it for their status. */
const DOCUMENTED_BROKEN = [
  "initialize-chat/503-empty",
  "initialize-chat/401-empty",
  "initialize-chat/400-malformed",
  "initialize-chat/404-cut",
  "initialize-group-chat/503-empty",
  "get-chatroom-config/400-malformed",
  "get-chatroom-config/401-cut",
];

/** The same, where the document's `default` covers the status. */
const DEFAULT_BROKEN = [
  "create-chatroom/502-html",
  "create-chatroom-token/502-html",
  "create-chatroom-token/503-empty",
  "get-chatroom/502-html",
  "get-chatroom-config/502-html",
  "get-chatroom-config/503-empty",
];

export const KNOWN_GAPS: readonly KnownGap[] = [
  {
    target: "go-oapi-codegen",
    vectors: ["initialize-group-chat/*"],
    helped: true,
    reason:
      "`runtime.MarshalForm` drops the document's `encoding` and writes `participant_ids[][0]=…` (oapi-codegen issue 1575).",
  },
  {
    target: "go-oapi-codegen",
    vectors: [
      ...DOCUMENTED_BROKEN.filter((id) => !id.startsWith("initialize-group-chat/")),
      "create-access-token/400-empty",
      "create-chatroom-token/503-empty",
      "get-chatroom-config/503-empty",
    ],
    helped: true,
    reason:
      "An error that calls its body JSON and has none, or half of it, is reported by `json.Unmarshal` without the status.",
  },
  {
    target: "go-oapi-codegen",
    vectors: MISSING_MEMBERS,
    helped: false,
    reason: "Go reads an absent member as an empty value, and oapi-codegen does not check.",
  },
  { target: "go-ogen", vectors: ["create-access-token/*"], helped: true, reason: BASIC },
  {
    target: "go-ogen",
    vectors: [...DOCUMENTED_BROKEN, ...DEFAULT_BROKEN],
    helped: true,
    reason: "A documented error that cannot be decoded is a decoding error without the status.",
  },
  {
    target: "go-openapi-generator",
    vectors: ["create-access-token/*"],
    helped: true,
    reason: BASIC,
  },
  {
    target: "go-openapi-generator",
    vectors: [
      "initialize-chat/200-empty",
      "initialize-group-chat/200-empty",
      "get-chatroom-config/200-empty",
    ],
    helped: true,
    reason: "A 200 without a body gives nil and no error; the caller has to look.",
  },
  {
    target: "python-openapi-python-client",
    vectors: [...DOCUMENTED_BROKEN, ...DEFAULT_BROKEN, "create-access-token/400-empty"],
    helped: true,
    reason: "The body of a documented error is read as JSON before anybody learns the status.",
  },
  {
    target: "python-openapi-python-client",
    vectors: ["create-chatroom-token/empty"],
    helped: true,
    reason: "The document's `default` is the default of the argument, so it is sent.",
  },
  {
    target: "python-openapi-generator",
    vectors: ["create-access-token/*"],
    helped: true,
    reason: BASIC,
  },
  {
    target: "python-openapi-generator",
    vectors: ["create-chatroom-token/empty"],
    helped: true,
    reason: "The document's `default` is the default of the model's field, so it is sent.",
  },
  {
    target: "python-openapi-generator",
    vectors: ["initialize-chat/404-cut", "get-chatroom-config/401-cut"],
    helped: false,
    reason: "urllib3's `ProtocolError` does not tell the status of an answer that breaks off.",
  },
  {
    target: "java-openapi-generator",
    vectors: ["create-access-token/*"],
    helped: true,
    reason: BASIC,
  },
  {
    target: "java-openapi-generator",
    vectors: [
      "initialize-group-chat/200-*",
      "initialize-group-chat/4*",
      "initialize-group-chat/5*",
      "initialize-group-chat/participants-2",
      "initialize-group-chat/participants-5",
      "initialize-group-chat/participants-awkward",
      "initialize-group-chat/name-absent",
      "initialize-group-chat/unknown-members",
    ],
    helped: true,
    reason:
      "`buildRequestBodyFormEncoding` of the okhttp library joins the values of a form array with commas, whatever `encoding` says (openapi-generator issue 11256).",
  },
  {
    target: "java-openapi-generator",
    vectors: ["initialize-chat/200-empty", "get-chatroom-config/200-empty"],
    helped: true,
    reason: "A 200 without a body gives null; the caller has to look.",
  },
  {
    target: "java-openapi-generator",
    vectors: ["create-chatroom/200-*", "create-chatroom/4*", "create-chatroom/5*"],
    helped: true,
    reason: "An optional list that was not set is an empty list, and is sent.",
  },
  {
    target: "java-openapi-generator",
    vectors: ["create-chatroom-token/empty"],
    helped: true,
    reason: "The document's `default` is the default of the model's field, so it is sent.",
  },
  {
    target: "rust-progenitor",
    vectors: [...DOCUMENTED_BROKEN, "create-access-token/400-empty"],
    helped: false,
    reason:
      "`Error::InvalidResponsePayload` and `ResponseBodyError` have no status: progenitor reads a documented error as JSON before it says which one it is.",
  },
  {
    target: "rust-progenitor",
    vectors: ["*/400-invalid-argument"],
    helped: false,
    reason:
      "Members of an object that allows any besides those it names are dropped when they are read.",
  },
  {
    target: "rust-progenitor",
    vectors: ["create-chatroom/counters-none"],
    helped: false,
    reason: "An empty list is the same as none: `skip_serializing_if = Vec::is_empty`.",
  },
];
