import type { MockServerUrls } from "./outcome.js";

/** How to try the mock servers with curl. The credentials are any text: the servers take all. */
export function curlHints({ ibmVideo, blendvision }: MockServerUrls): string {
  const rooms = `${blendvision}/bv/chatroom/v1/chatrooms`;
  const api = "-H 'Authorization: Bearer any-api-token' -H 'x-bv-org-id: any-organization'";
  const json = "-H 'Content-Type: application/json'";
  return `The mock servers stay up. Try them:

  # IBM Video: initialize a chat, then create a group chat
  curl -H 'Authorization: Bearer any-access-token' ${ibmVideo}/channels/1234/chat.json
  curl -H 'Authorization: Bearer any-access-token' ${ibmVideo}/channels/1234/chat/groups.json \\
    --data-urlencode 'participant_ids[]=ada' --data-urlencode 'participant_ids[]=grace' \\
    --data-urlencode 'chat_token=any-chat-token' --data-urlencode 'name=Our chat'

  # BlendVision: create a room, issue a chatroom token, see the room
  curl ${api} ${json} -d '{}' ${rooms}
  curl ${api} ${json} -d '{"role":"ROLE_ADMIN"}' ${rooms}/any-id/tokens
  curl -H 'Authorization: Bearer any-chatroom-token' ${rooms}

  # any documented answer on demand
  curl -i -H 'Prefer: code=402' -H 'Authorization: Bearer any-access-token' ${ibmVideo}/channels/1234/chat.json

Ctrl-C stops them.
`;
}
