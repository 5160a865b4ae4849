/** What a member holds: any value, an object of the grammar, or a list or map of them. */
export type Shape =
  | "value"
  | "schema"
  | ObjectName
  | { readonly list: Shape }
  | { readonly map: Shape };

export type ObjectName = keyof typeof OBJECTS;

export interface ObjectGrammar {
  /** The members that 3.0.3 knows. */
  readonly members: Readonly<Record<string, Shape>>;
  /** Members by pattern, such as paths: what is not in `members` and no extension. */
  readonly others?: Shape;
  /** Members of 3.1 that only inform: they are left out, and named as lost. */
  readonly lost?: readonly string[];
}

const VALUES = { list: "value" } as const;
const described = { summary: "value", description: "value" } as const;

const OBJECTS = {
  document: {
    members: {
      openapi: "value",
      info: "info",
      externalDocs: "externalDocs",
      servers: { list: "server" },
      tags: { list: "tag" },
      paths: "paths",
      components: "components",
      security: VALUES,
    },
    lost: ["webhooks", "jsonSchemaDialect"],
  },
  info: {
    members: {
      title: "value",
      description: "value",
      termsOfService: "value",
      contact: "contact",
      license: "license",
      version: "value",
    },
    lost: ["summary"],
  },
  contact: { members: { name: "value", url: "value", email: "value" } },
  license: { members: { name: "value", url: "value" }, lost: ["identifier"] },
  externalDocs: { members: { description: "value", url: "value" } },
  server: {
    members: { url: "value", description: "value", variables: { map: "serverVariable" } },
  },
  serverVariable: { members: { enum: VALUES, default: "value", description: "value" } },
  tag: { members: { name: "value", description: "value", externalDocs: "externalDocs" } },
  paths: { members: {}, others: "pathItem" },
  pathItem: {
    members: {
      ...described,
      get: "bodylessOperation",
      put: "operation",
      post: "operation",
      delete: "bodylessOperation",
      options: "operation",
      head: "bodylessOperation",
      patch: "operation",
      trace: "bodylessOperation",
      servers: { list: "server" },
      parameters: { list: "parameter" },
    },
  },
  operation: { members: operation({ requestBody: "requestBody" } as const) },
  /** 3.0 gives a body of these methods no meaning. */
  bodylessOperation: { members: operation({}) },
  parameter: {
    members: {
      name: "value",
      in: "value",
      description: "value",
      required: "value",
      deprecated: "value",
      allowEmptyValue: "value",
      ...serialised(),
    },
  },
  header: {
    members: { description: "value", required: "value", deprecated: "value", ...serialised() },
  },
  requestBody: {
    members: { description: "value", content: { map: "mediaType" }, required: "value" },
  },
  mediaType: {
    members: {
      schema: "schema",
      example: "value",
      examples: { map: "example" },
      encoding: { map: "encoding" },
    },
  },
  encoding: {
    members: {
      contentType: "value",
      headers: { map: "header" },
      style: "value",
      explode: "value",
      allowReserved: "value",
    },
  },
  example: { members: { ...described, value: "value", externalValue: "value" } },
  responses: { members: {}, others: "response" },
  response: {
    members: {
      description: "value",
      headers: { map: "header" },
      content: { map: "mediaType" },
      links: { map: "link" },
    },
  },
  link: {
    members: {
      operationRef: "value",
      operationId: "value",
      parameters: "value",
      requestBody: "value",
      description: "value",
      server: "server",
    },
  },
  callback: { members: {}, others: "pathItem" },
  components: {
    members: {
      schemas: { map: "schema" },
      responses: { map: "response" },
      parameters: { map: "parameter" },
      examples: { map: "example" },
      requestBodies: { map: "requestBody" },
      headers: { map: "header" },
      securitySchemes: { map: "securityScheme" },
      links: { map: "link" },
      callbacks: { map: "callback" },
    },
  },
  securityScheme: {
    members: {
      type: "value",
      description: "value",
      name: "value",
      in: "value",
      scheme: "value",
      bearerFormat: "value",
      flows: "value",
      openIdConnectUrl: "value",
    },
  },
} as const;

function operation<More extends Readonly<Record<string, string>>>(more: More) {
  return {
    ...described,
    tags: VALUES,
    externalDocs: "externalDocs",
    operationId: "value",
    parameters: { list: "parameter" },
    ...more,
    responses: "responses",
    callbacks: { map: "callback" },
    deprecated: "value",
    security: VALUES,
    servers: { list: "server" },
  } as const;
}

function serialised() {
  return {
    style: "value",
    explode: "value",
    allowReserved: "value",
    schema: "schema",
    example: "value",
    examples: { map: "example" },
    content: { map: "mediaType" },
  } as const;
}

/** The objects of OpenAPI 3.0.3. What is neither here nor an extension, 3.0 cannot say. */
export const grammar: Readonly<Record<ObjectName, ObjectGrammar>> = OBJECTS;
