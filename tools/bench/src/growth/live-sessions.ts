import { type Clock, systemClock } from "@roomkey/http";
import { type KeptSession, keepAlive, type OpenSession, openChat } from "roomkey";
import { type BlendVisionSession, blendvision } from "roomkey/blendvision";
import { memoryFetch } from "../call/memory-fetch.js";
import { openPaths } from "../call/open-contenders.js";
import { workingAnswer } from "../documents.js";

type Session = OpenSession<BlendVisionSession>;

/** The real time, counting the timers that run. */
export class CountingClock implements Clock {
  running = 0;
  most = 0;

  now(): number {
    return systemClock.now();
  }

  schedule(callback: () => void, ms: number): () => void {
    this.most = Math.max(this.most, ++this.running);
    let over = false;
    const end = (): void => {
      if (!over) this.running -= 1;
      over = true;
    };
    const cancel = systemClock.schedule(() => {
      end();
      callback();
    }, ms);
    return () => {
      end();
      cancel();
    };
  }
}

/** Opens so many sessions; they expire in an hour. */
export async function openSessions(count: number): Promise<Session[]> {
  const fetch = memoryFetch({
    [openPaths.config]: await workingAnswer("blendvision-chatroom", "getChatroomConfig"),
    [openPaths.chatroom]: await workingAnswer("blendvision-chatroom", "getChatroom"),
  });
  const provider = blendvision({
    chatroomToken: "a-fake-chatroom-token",
    expiresAt: new Date(Date.now() + 3_600_000),
    fetch,
  });
  const sessions: Session[] = [];
  for (let index = 0; index < count; index += 1) sessions.push(await openChat(provider));
  return sessions;
}

/** Keeps sessions alive. */
export function keepAll(
  sessions: readonly Session[],
  clock: Clock,
): KeptSession<BlendVisionSession>[] {
  return sessions.map((session) => keepAlive(session, { clock }));
}
