import { serve } from "@hono/node-server";
import { createApp } from "./app.js";
import { readSettings } from "./settings.js";

const settings = readSettings(process.env);

if ("usage" in settings) {
  process.stderr.write(settings.usage);
  process.exitCode = 2;
} else {
  const { app, host, port } = settings;
  const server = serve({ fetch: createApp(app).fetch, hostname: host, port }, (address) => {
    console.log(`Sessions are issued at http://${host}:${address.port}/sessions/`);
  });
  server.on("error", (error) => {
    console.error(`Cannot listen on ${host}:${port}: ${error.message}`);
    process.exitCode = 1;
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => server.close());
}
