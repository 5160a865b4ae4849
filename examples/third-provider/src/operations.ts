// What openapi.yaml says, twice: for the compiler and for `createClient`. test/operations.test.ts
// holds the second against the document.
import type { Operation } from "@roomkey/http";

/** A visit, with the names of the wire. */
export interface VisitWire {
  readonly room: {
    readonly slug: string;
    readonly open: boolean;
    readonly opened_at: string;
    readonly visitors?: number;
  };
  readonly visitor: { readonly id: string; readonly nickname?: string; readonly host: boolean };
  readonly socket: { readonly url: string; readonly token: string; readonly expires_at: string };
}

interface ErrorWire {
  readonly code: string;
  readonly message: string;
}

type Json<Body> = { readonly content: { readonly "application/json": Body } };

/** The types of the operations, in the shape that openapi-typescript writes. */
export interface PlazaOperations {
  readonly enterRoom: {
    readonly parameters: { readonly path: { readonly roomSlug: string } };
    readonly requestBody: Json<{ readonly nickname?: string }>;
    readonly responses: {
      readonly 201: Json<VisitWire>;
      readonly 401: Json<ErrorWire>;
      readonly 403: Json<ErrorWire>;
      readonly 404: Json<ErrorWire>;
      readonly 429: Json<ErrorWire>;
      readonly 503: Json<ErrorWire>;
    };
  };
}

/** What `createClient` has to know of them at run time. */
export const operations = {
  enterRoom: {
    method: "POST",
    path: "/v1/rooms/{roomSlug}/visits",
    server: "https://api.plaza.example",
    security: { visitorToken: { header: "authorization", prefix: "Bearer " } },
    body: { mediaType: "application/json", fields: { nickname: {} } },
    success: {
      201: {
        room: { slug: 1, open: 1, opened_at: 1 },
        visitor: { id: 1, host: 1 },
        socket: { url: 1, token: 1, expires_at: 1 },
      },
    },
  },
} as const satisfies Record<keyof PlazaOperations, Operation>;
