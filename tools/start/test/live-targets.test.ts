import { describe, expect, test } from "vitest";
import { liveTargets } from "../src/live-targets.js";

const reads = { allowWrites: false, only: null };
const writes = { allowWrites: true, only: null };

const ibm = { ROOMKEY_IBM_CHANNEL_ID: "1234", ROOMKEY_IBM_ACCESS_TOKEN: "fake-access" };
const viewer = { ROOMKEY_BLENDVISION_CHATROOM_TOKEN: "fake-chatroom" };
const server = {
  ROOMKEY_BLENDVISION_API_TOKEN: "fake-api",
  ROOMKEY_BLENDVISION_ORGANIZATION_ID: "org",
};
const participants = { ROOMKEY_IBM_PARTICIPANT_IDS: "ada, grace,," };

describe("without --allow-writes", () => {
  test("there is nothing in the targets that a write would need", () => {
    const all = { ...ibm, ...viewer, ...server, ...participants };
    expect(liveTargets(all, reads)).toEqual({
      targets: {
        ibmVideo: { channelId: "1234", accessToken: "fake-access" },
        blendvision: { access: { chatroomToken: "fake-chatroom" } },
      },
    });
  });

  test("every missing variable is named, an empty one too", () => {
    expect(liveTargets({ ROOMKEY_IBM_ACCESS_TOKEN: " " }, reads)).toEqual({
      missing: [
        "ROOMKEY_IBM_CHANNEL_ID",
        "ROOMKEY_IBM_ACCESS_TOKEN",
        "ROOMKEY_BLENDVISION_CHATROOM_TOKEN",
      ],
    });
  });

  test("--only asks for the variables of one provider", () => {
    expect(liveTargets(viewer, { ...reads, only: "blendvision" })).toEqual({
      targets: { blendvision: { access: { chatroomToken: "fake-chatroom" } } },
    });
    expect(liveTargets(viewer, { ...reads, only: "ibm-video" })).toEqual({
      missing: ["ROOMKEY_IBM_CHANNEL_ID", "ROOMKEY_IBM_ACCESS_TOKEN"],
    });
  });

  test("the services may be elsewhere", () => {
    const elsewhere = {
      ROOMKEY_IBM_BASE_URL: "http://127.0.0.1:1",
      ROOMKEY_BLENDVISION_BASE_URL: "http://127.0.0.1:2",
    };
    expect(liveTargets({ ...ibm, ...viewer, ...elsewhere }, reads)).toMatchObject({
      targets: {
        ibmVideo: { baseUrl: "http://127.0.0.1:1" },
        blendvision: { baseUrl: "http://127.0.0.1:2" },
      },
    });
  });
});

describe("with --allow-writes", () => {
  test("a group chat is created, and a room with chatroom tokens of its own", () => {
    expect(liveTargets({ ...ibm, ...participants, ...server }, writes)).toEqual({
      targets: {
        ibmVideo: {
          channelId: "1234",
          accessToken: "fake-access",
          groupChat: { participantIds: ["ada", "grace"], name: "Roomkey" },
        },
        blendvision: { access: { apiToken: "fake-api", organizationId: "org" } },
      },
    });
  });

  test("chatroom tokens are issued for an existing room where one is named", () => {
    const room = { ROOMKEY_BLENDVISION_CHATROOM_ID: "room-1" };
    expect(liveTargets({ ...server, ...room }, { ...writes, only: "blendvision" })).toEqual({
      targets: {
        blendvision: {
          access: { apiToken: "fake-api", organizationId: "org", chatroomId: "room-1" },
        },
      },
    });
  });

  test("the variables that only writing needs are asked for", () => {
    expect(liveTargets({ ...ibm, ...viewer }, writes)).toEqual({
      missing: [
        "ROOMKEY_IBM_PARTICIPANT_IDS",
        "ROOMKEY_BLENDVISION_API_TOKEN",
        "ROOMKEY_BLENDVISION_ORGANIZATION_ID",
      ],
    });
  });
});
