import { maskJson } from "@roomkey/http";
import type { ChatSession } from "roomkey";
import type { GroupChat } from "roomkey/ibm-video";
import type { Walked } from "./walk.js";

/** Base URLs of the mock servers. */
export interface MockServerUrls {
  readonly ibmVideo: string;
  readonly blendvision: string;
}

/** One session of the outcome, as JSON has it: dates are texts. */
export interface SessionOutcome extends Pick<ChatSession, "provider" | "user" | "connection"> {
  readonly room: Omit<ChatSession["room"], "createdAt" | "updatedAt"> & {
    readonly createdAt: string | null;
    readonly updatedAt: string | null;
  };
  readonly expiresAt: string | null;
}

/** What a walk came to, without a secret: what `--json` prints and the summary is written from. */
export interface Outcome {
  readonly sessions: readonly SessionOutcome[];
  /** Null where none was created. */
  readonly groupChat: GroupChat | null;
  /** Null where the walk went to the real services. */
  readonly mockServers: MockServerUrls | null;
  /** Milliseconds from starting the servers to the last session, both included. */
  readonly durationMs: number;
}

/** The outcome of a walk; secrets are masked here, so that nothing that prints it needs to care. */
export function outcomeOf(
  { sessions, groupChat }: Walked,
  mockServers: MockServerUrls | null,
  durationMs: number,
): Outcome {
  return {
    sessions: sessions.map(
      ({ provider, room, user, connection, expiresAt }) =>
        maskJson({ provider, room, user, connection, expiresAt }) as SessionOutcome,
    ),
    groupChat,
    mockServers: mockServers && {
      ibmVideo: mockServers.ibmVideo,
      blendvision: mockServers.blendvision,
    },
    durationMs: Math.round(durationMs),
  };
}
