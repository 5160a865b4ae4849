import { mkdir } from "node:fs/promises";
import { run } from "@roomkey/registry";

/** Unpacks a tarball, without the folder that all of it is in. Gives the folder it is in now. */
export async function unpack(tarball: string, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await run("tar", ["-xzf", tarball, "-C", folder, "--strip-components=1"], { cwd: folder });
  return folder;
}
