import { describe, expect, test } from "vitest";
import { parseStartOptions } from "../bootstrap/start-options.mjs";

const defaults = {
  once: false,
  json: false,
  live: false,
  allowWrites: false,
  only: null,
  ibmVideoPort: 4010,
  blendvisionPort: 4011,
};

describe("flags of npm start", () => {
  test("none: mock servers on their own ports, until Ctrl-C", () => {
    expect(parseStartOptions([])).toEqual({ options: defaults });
  });

  test("--once needs no known port, so it takes free ones", () => {
    expect(parseStartOptions(["--once", "--json"])).toEqual({
      options: { ...defaults, once: true, json: true, ibmVideoPort: 0, blendvisionPort: 0 },
    });
  });

  test("--once with a port takes that port", () => {
    expect(parseStartOptions(["--once", "--ibm-video-port=5010"])).toEqual({
      options: { ...defaults, once: true, ibmVideoPort: 5010, blendvisionPort: 0 },
    });
  });

  test("ports may be chosen", () => {
    expect(parseStartOptions(["--ibm-video-port", "65535", "--blendvision-port", "0"])).toEqual({
      options: { ...defaults, ibmVideoPort: 65535, blendvisionPort: 0 },
    });
  });

  test("--live takes --allow-writes and --only", () => {
    expect(parseStartOptions(["--live", "--allow-writes", "--only", "ibm-video"])).toEqual({
      options: { ...defaults, live: true, allowWrites: true, only: "ibm-video" },
    });
  });

  test.each(["--help", "-h"])("%s asks for help", (flag) => {
    expect(parseStartOptions([flag])).toEqual({ help: true });
  });

  test.each([
    [["--onec"], "Unknown option '--onec'"],
    [["once"], "Unexpected argument 'once'"],
    [["--once=yes"], "Option '--once' does not take an argument"],
    [["--ibm-video-port"], "Option '--ibm-video-port <value>' argument missing"],
    [["--ibm-video-port", "http"], '--ibm-video-port takes a port from 0 to 65535, not "http"'],
    [["--ibm-video-port", ""], '--ibm-video-port takes a port from 0 to 65535, not ""'],
    [
      ["--blendvision-port", "65536"],
      '--blendvision-port takes a port from 0 to 65535, not "65536"',
    ],
    [["--blendvision-port", "4010"], "both mock servers cannot listen on port 4010"],
    [["--allow-writes"], "--allow-writes has no meaning without --live"],
    [["--only", "blendvision"], "--only has no meaning without --live"],
    [["--live", "--only", "blend"], '--only takes ibm-video or blendvision, not "blend"'],
    [["--live", "--ibm-video-port", "1"], "--ibm-video-port has no meaning with --live"],
  ])("%j is refused", (argv, problem) => {
    expect(parseStartOptions(argv)).toEqual({ problem });
  });
});
