import { blendvision, copy, type Defect, ibm, remove, rename, set } from "./defect.js";
import {
  bodyOf,
  CHAT,
  CREATE,
  CREATE_TOKEN,
  FORM,
  HEADERS,
  PARAMETERS,
  READ,
  RESPONSES,
  TOKEN,
  TOKEN_FORM,
} from "./places.js";

/** Bodies, forms, answers and headers. */
export const bodyDefects: readonly Defect[] = [
  blendvision(
    "a parameter without an example",
    "roomkey/parameter-example",
    remove(`${PARAMETERS}/chatroomId/example`),
  ),
  blendvision(
    "a body on a GET",
    "roomkey/operation-no-body",
    copy(`${CREATE}/requestBody`, `${READ}/requestBody`),
  ),
  blendvision("a body on a DELETE", "roomkey/operation-no-body", rename(CREATE_TOKEN, "delete")),
  blendvision(
    "a body that may be left out",
    "roomkey/request-body-required",
    remove(`${CREATE}/requestBody/required`),
  ),
  blendvision(
    "two media types of a body",
    "roomkey/body-media-type",
    copy(
      `${CREATE}/requestBody/content/application~1json`,
      `${CREATE}/requestBody/content/application~1x-www-form-urlencoded`,
    ),
  ),
  blendvision(
    "a charset in a media type",
    "roomkey/body-media-type",
    rename(`${CREATE}/requestBody/content/application~1json`, "application/json; charset=utf-8"),
  ),
  ibm(
    "an answer in another media type",
    "roomkey/body-media-type",
    rename(bodyOf("NotFound"), "text/plain"),
  ),
  ibm("a body without a schema", "roomkey/body-named", remove(`${FORM}/schema`)),
  ibm(
    "an inline body",
    "roomkey/body-named",
    copy("/components/schemas/OAuthError", `${bodyOf("AccessTokenRefused")}/schema`),
  ),
  ibm(
    "an encoding of a key that the form has not",
    "roomkey/form-encoding",
    rename(`${FORM}/encoding/participant_ids[]`, "participant_ids"),
  ),
  ibm("a list in a form without an encoding", "roomkey/form-encoding", remove(`${FORM}/encoding`)),
  ibm(
    "an encoding that leaves out explode",
    "roomkey/form-encoding",
    remove(`${FORM}/encoding/participant_ids[]/explode`),
  ),
  ibm(
    "an encoding with commas",
    "roomkey/form-encoding",
    set(`${FORM}/encoding/participant_ids[]/explode`, false),
  ),
  ibm(
    "an object in a form",
    "roomkey/form-flat",
    set("/components/schemas/AccessTokenForm/properties/device_name", {
      $ref: "#/components/schemas/Chat",
    }),
  ),
  ibm("no answers", "roomkey/operation-one-success", remove(`${CHAT}/responses`)),
  ibm("no success", "operation-2xx-response", remove(`${CHAT}/responses/200`)),
  ibm(
    "two successes",
    "roomkey/operation-one-success",
    copy(`${CHAT}/responses/200`, `${CHAT}/responses/201`),
  ),
  ibm("no error of the client", "operation-4xx-response", remove(`${TOKEN}/responses/400`)),
  ibm(
    "no 401 where a credential is taken",
    "roomkey/operation-unauthorized",
    remove(`${CHAT}/responses/401`),
  ),
  ibm(
    "a status that there is not",
    "roomkey/response-status",
    rename(`${CHAT}/responses/404`, "499"),
  ),
  ibm("a status of four digits", "struct", rename(`${CHAT}/responses/404`, "4044")),
  ibm("a range of statuses", "roomkey/response-status", rename(`${CHAT}/responses/404`, "4XX")),
  ibm("an answer without a description", "struct", remove(`${RESPONSES}/NotFound/description`)),
  ibm(
    "an answer with an empty description",
    "roomkey/text-description",
    set(`${RESPONSES}/NotFound/description`, " "),
  ),
  ibm("content of a 204", "roomkey/response-content", rename(`${CHAT}/responses/200`, "204")),
  ibm(
    "an error without content",
    "roomkey/response-content",
    remove(`${RESPONSES}/NotFound/content`),
  ),
  ibm(
    "two error types in one operation",
    "roomkey/operation-one-error-type",
    set(`${bodyOf("NotFound")}/schema/$ref`, "#/components/schemas/OAuthError"),
  ),
  ibm("a header without a schema", "struct", remove(`${HEADERS}/RateLimitReset/schema`)),
  ibm(
    "a header without a description",
    "roomkey/text-description",
    remove(`${HEADERS}/RateLimitReset/description`),
  ),
  ibm(
    "a header that holds an object",
    "roomkey/response-headers",
    set(`${HEADERS}/RateLimitReset/schema`, { type: "object" }),
  ),
  ibm(
    "a Content-Type header",
    "roomkey/response-headers",
    rename(`${RESPONSES}/TooManyRequests/headers/X-RateLimit-Limit`, "Content-Type"),
  ),
  ibm("security that nobody defines", "security-defined", set(`${CHAT}/security`, [{ token: [] }])),
  ibm("no example of a body", "roomkey/body-examples", remove(`${TOKEN_FORM}/examples`)),
  ibm(
    "a header twice, in another case",
    "roomkey/response-headers",
    copy(
      `${RESPONSES}/TooManyRequests/headers/X-RateLimit-Limit`,
      `${RESPONSES}/TooManyRequests/headers/x-ratelimit-limit`,
    ),
  ),
  ibm(
    "a content type of a form's field",
    "roomkey/form-encoding",
    set(`${FORM}/encoding/participant_ids[]/contentType`, "application/json"),
  ),
  ibm(
    "an error that is the type of the success",
    "roomkey/operation-one-error-type",
    set(`${bodyOf("ChatInitialized")}/schema/$ref`, "#/components/schemas/ChannelApiError"),
  ),
  ibm(
    "an answer that is a schema",
    "struct",
    set(`${CHAT}/responses/404/$ref`, "#/components/schemas/Chat"),
  ),
  ibm(
    "a header that is a schema",
    "struct",
    set(`${RESPONSES}/TooManyRequests/headers/X-RateLimit-Limit/$ref`, "#/components/schemas/Chat"),
  ),
  ibm(
    "a header with a space in its name",
    "roomkey/response-headers",
    rename(`${RESPONSES}/TooManyRequests/headers/X-RateLimit-Limit`, "X RateLimit Limit"),
  ),
  ibm("no content of a body", "roomkey/body-media-type", set(`${TOKEN}/requestBody/content`, {})),
];
