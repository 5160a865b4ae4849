import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { exportSession, openChat } from "roomkey";
import { type BlendVisionServerOptions, blendvision } from "roomkey/blendvision/server";
import { type IbmVideoOptions, ibmVideo } from "roomkey/ibm-video";
import { answerTo } from "./answer-to.js";
import { readViewer } from "./read-viewer.js";

/** What the server holds: the rooms it opens, and the server secrets it opens them with. */
export interface AppOptions {
  readonly blendvision: Omit<BlendVisionServerOptions, "as">;
  readonly ibmVideo: IbmVideoOptions;
  /** Told what went wrong, without secrets. Default: standard error. */
  readonly log?: (line: string) => void;
}

/** Largest body that is read, in bytes: a name is all that a viewer sends. */
const MAX_BODY_BYTES = 1024;

/** A server that issues sessions to viewers and keeps the secrets it needs for that to itself. */
export function createApp(options: AppOptions): Hono {
  const { log = console.error } = options;
  const app = new Hono();

  // A session is for one viewer: no cache on the way may keep it.
  app.use(async (c, next) => {
    await next();
    c.header("cache-control", "no-store");
  });
  app.use(bodyLimit({ maxSize: MAX_BODY_BYTES }));

  app.post("/sessions/blendvision", async (c) => {
    const { name } = await readViewer(c.req.raw);
    // The role is ours to decide. Whoever is logged in belongs into `subject`.
    const room = blendvision({ ...options.blendvision, as: { role: "viewer", name } });
    return c.json(exportSession(await openChat(room, { signal: c.req.raw.signal })));
  });

  app.post("/sessions/ibm-video", async (c) => {
    const channel = ibmVideo(options.ibmVideo);
    return c.json(exportSession(await openChat(channel, { signal: c.req.raw.signal })));
  });

  app.notFound((c) => c.json({ error: "not_found", message: "There is nothing here." }, 404));
  app.onError((error, c) => {
    const { status, body, headers, logged } = answerTo(error);
    // A viewer who has gone away is no failure, and reads no answer.
    if (logged !== null && !c.req.raw.signal.aborted) log(`${c.req.path}: ${logged}`);
    return c.json(body, status, headers);
  });
  return app;
}
