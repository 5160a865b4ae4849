import type { Targets } from "./targets.js";

/** The environment that --live takes its credentials from. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What --live was asked to do. */
export interface LiveOptions {
  readonly allowWrites: boolean;
  readonly only: "ibm-video" | "blendvision" | null;
}

/**
 * The walk against the real services, or the names of all variables that are missing for it.
 *
 * Without `allowWrites` the targets cannot write: the members that a write needs are not in them.
 */
export function liveTargets(
  environment: Environment,
  { allowWrites, only }: LiveOptions,
): { targets: Targets } | { missing: readonly string[] } {
  const missing: string[] = [];
  const optional = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const required = (name: string): string => {
    const value = optional(name);
    if (value === undefined) missing.push(name);
    return value ?? "";
  };
  const at = (name: string): { baseUrl?: string } => {
    const baseUrl = optional(name);
    return baseUrl === undefined ? {} : { baseUrl };
  };

  const targets: Targets = {
    ...(only !== "blendvision" && { ibmVideo: ibmVideoTarget() }),
    ...(only !== "ibm-video" && { blendvision: blendvisionTarget() }),
  };
  return missing.length > 0 ? { missing } : { targets };

  function ibmVideoTarget() {
    const target = {
      ...at("ROOMKEY_IBM_BASE_URL"),
      channelId: required("ROOMKEY_IBM_CHANNEL_ID"),
      accessToken: required("ROOMKEY_IBM_ACCESS_TOKEN"),
    };
    if (!allowWrites) return target;
    const ids = required("ROOMKEY_IBM_PARTICIPANT_IDS").split(",");
    const participantIds = ids.map((id) => id.trim()).filter((id) => id !== "");
    return { ...target, groupChat: { participantIds, name: "Roomkey" } };
  }

  function blendvisionTarget() {
    const service = at("ROOMKEY_BLENDVISION_BASE_URL");
    if (!allowWrites) {
      return {
        ...service,
        access: { chatroomToken: required("ROOMKEY_BLENDVISION_CHATROOM_TOKEN") },
      };
    }
    const chatroomId = optional("ROOMKEY_BLENDVISION_CHATROOM_ID");
    const access = {
      apiToken: required("ROOMKEY_BLENDVISION_API_TOKEN"),
      organizationId: required("ROOMKEY_BLENDVISION_ORGANIZATION_ID"),
      ...(chatroomId !== undefined && { chatroomId }),
    };
    return { ...service, access };
  }
}
