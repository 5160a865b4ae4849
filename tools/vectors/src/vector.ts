/** Golden wire vectors, as `specs/vectors/vectors.schema.json` describes them. */

type Headers = Readonly<Record<string, string>>;

export interface VectorFile {
  readonly document: "ibm-video-chat" | "blendvision-chatroom";
  readonly operation: string;
  readonly vectors: readonly Omit<Vector, "document" | "operation">[];
}

/** One vector, with what its file says of all of them. */
export interface Vector {
  readonly document: VectorFile["document"];
  readonly operation: string;
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly credentials: Readonly<Record<string, string>>;
  readonly input: {
    readonly path?: Readonly<Record<string, string>>;
    readonly body?: Readonly<Record<string, unknown>>;
  };
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers: Headers;
    readonly body?: string;
  };
  readonly answer: {
    readonly status: number;
    readonly example?: string;
    readonly headers: Headers;
    readonly body: string;
    readonly cut?: true;
  };
  readonly expect: { readonly value: object } | { readonly error: ExpectedError };
}

export interface ExpectedError {
  readonly status: number;
  readonly code: string;
  readonly providerCode: string | null;
  readonly body?: unknown;
}

/** What a client gave for a vector. An error tells as much as the client's error does. */
export type Outcome = { readonly value: unknown } | { readonly error: SeenError };

export interface SeenError {
  readonly status?: number | null;
  readonly code?: string;
  readonly providerCode?: string | null;
  readonly body?: unknown;
}
