import { npm } from "@roomkey/registry";
import type { ConsumerCase } from "../consumer-case.js";
import { npmProject } from "../npm-project.js";
import { checkReport } from "../report.js";
import { startServer } from "../start-server.js";

/** A worker, bundled as Cloudflare's tools do it, which opens the sessions when it is asked. */
export const workerdCase: ConsumerCase = {
  name: "workerd",
  template: npmProject("workerd"),
  needs: ["workerd"],
  async run(cwd, { tool, mocks, env, signal }) {
    await npm(["run", "build"], { cwd, env, signal });
    const at = await mocks("workerd");
    // It tells on stdout which port it got.
    const args = ["serve", "workerd.capnp", "--control-fd=1"];
    await using worker = await startServer(await tool("workerd"), args, { cwd, env, signal });
    const { port } = worker.ready as { port: number };
    const { ibmVideo, blendvision } = at;
    const search = new URLSearchParams({ ibmVideo, blendvision });
    const response = await fetch(`http://127.0.0.1:${port}/?${search}`, { signal });
    if (!response.ok) throw new Error(`the worker failed:\n${worker.complaint()}`);
    await checkReport("server", await response.json(), at);
  },
};
