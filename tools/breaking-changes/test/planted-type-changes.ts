/** Declarations of a package in the way an API report writes them. */
export const declarations = `
export class RoomError extends Error {
    constructor(code: RoomErrorCode);
    readonly code: RoomErrorCode;
}
export type RoomErrorCode = "closed" | "full";
export interface RoomOptions {
    readonly name: string;
    readonly retry?: RetryOptions | false;
    readonly store?: RoomStore;
    onEvent?(event: RoomEvent): void;
}
interface RetryOptions {
    readonly attempts?: number;
}
export interface RoomStore {
    get(key: string): Promise<string | undefined>;
}
export interface RoomEvent {
    readonly kind: "joined" | "left";
    readonly who: string;
}
export interface Room {
    readonly id: string;
    readonly topic: string | null;
    readonly connection: {
        readonly url: string;
        readonly region?: string;
    };
    rename(name: string): Promise<Room>;
}
export function openRoom(options: RoomOptions): Promise<Room>;
export function isRoomError<Code extends RoomErrorCode>(error: unknown, code?: Code): error is RoomError;
export const MAX_NAME: number;
`;

/** One edit of those declarations, and whether it breaks code that was written for them. */
export interface PlantedTypeChange {
  readonly name: string;
  readonly breaking: boolean;
  readonly from: string;
  readonly to: string;
}

const planted =
  (breaking: boolean) =>
  (name: string, from: string, to: string): PlantedTypeChange => ({ name, breaking, from, to });
const breaks = planted(true);
const harmless = planted(false);

export const plantedTypeChanges: readonly PlantedTypeChange[] = [
  breaks("a function is renamed", "function openRoom", "function enterRoom"),
  breaks("a class is renamed", "class RoomError", "class RoomFault"),
  breaks("a type is exported no more", "export interface RoomEvent", "interface RoomEvent"),
  breaks("a required option is renamed", "readonly name: string;", "readonly title: string;"),
  breaks("an optional option is renamed", "readonly store?:", "readonly cache?:"),
  breaks("an option of an option is renamed", "readonly attempts?", "readonly tries?"),
  breaks("an option becomes required", "readonly store?:", "readonly store:"),
  breaks(
    "a new option is required",
    "interface RoomOptions {",
    "interface RoomOptions {\n  readonly tenant: string;",
  ),
  breaks("an option takes less", "RetryOptions | false", "RetryOptions"),
  breaks("a parameter takes less", "name: string): Promise<Room>", 'name: "a"): Promise<Room>'),
  breaks(
    "a method needs another argument",
    "rename(name: string)",
    "rename(name: string, by: string)",
  ),
  breaks(
    "a function needs another argument",
    "openRoom(options: RoomOptions)",
    "openRoom(options: RoomOptions, key: string)",
  ),
  breaks(
    "a function gives a promise no more",
    "openRoom(options: RoomOptions): Promise<Room>",
    "openRoom(options: RoomOptions): Room",
  ),
  breaks("a member may be null", "readonly id: string;", "readonly id: string | null;"),
  breaks("a member may be absent", "readonly url: string;", "readonly url?: string;"),
  breaks("a member has another type", "readonly who: string;", "readonly who: number;"),
  breaks("a member of a session is gone", "readonly topic: string | null;", ""),
  breaks("an optional member is gone", "readonly region?: string;", ""),
  breaks("a method is gone", "rename(name: string): Promise<Room>;", ""),
  breaks(
    "an event has a new kind, and no switch for it",
    '"joined" | "left"',
    '"joined" | "left" | "banned"',
  ),
  breaks(
    "what users implement has to do more",
    "undefined>;\n}",
    "undefined>;\n  delete(key: string): Promise<void>;\n}",
  ),
  breaks(
    "what users implement has to give another thing",
    "Promise<string | undefined>",
    "Promise<string>",
  ),
  breaks(
    "an argument of a constructor has another type",
    "constructor(code: RoomErrorCode)",
    "constructor(code: number)",
  ),
  breaks("an error is no Error any more", "class RoomError extends Error", "class RoomError"),
  breaks("a constant has another type", "MAX_NAME: number", "MAX_NAME: string"),
  breaks("a guard narrows no more", "error is RoomError", "boolean"),

  harmless(
    "a new function",
    "export const MAX_NAME",
    "export function closeRoom(room: Room): void;\nexport const MAX_NAME",
  ),
  harmless(
    "a new optional option",
    "interface RoomOptions {",
    "interface RoomOptions {\n  readonly tenant?: string;",
  ),
  harmless("an option takes more", "readonly name: string;", "readonly name: string | URL;"),
  harmless(
    "an option need not be given any more",
    "readonly name: string;",
    "readonly name?: string;",
  ),
  harmless("a new optional argument", "rename(name: string)", "rename(name: string, by?: string)"),
  harmless("a member is never null any more", "string | null", "string"),
  harmless(
    "an optional member is always there",
    "readonly region?: string;",
    "readonly region: string;",
  ),
  harmless(
    "an event has a new member",
    "readonly who: string;",
    "readonly who: string;\n  readonly at: Date;",
  ),
  harmless(
    "what users read has a new member",
    "readonly id: string;",
    "readonly id: string;\n  readonly open: boolean;",
  ),
  harmless(
    "an error says more",
    "readonly code: RoomErrorCode;",
    "readonly code: RoomErrorCode;\n  readonly hint: string;",
  ),
  harmless("a type that nobody can name is renamed", "RetryOptions", "RetrySettings"),
  harmless(
    "members in another order",
    'readonly kind: "joined" | "left";\n    readonly who: string;',
    'readonly who: string;\n    readonly kind: "joined" | "left";',
  ),
  harmless(
    "a method is written as a function",
    "rename(name: string): Promise<Room>;",
    "readonly rename: (name: string) => Promise<Room>;",
  ),
];
