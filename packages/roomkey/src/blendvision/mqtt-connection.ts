import type { operations } from "@roomkey/blendvision";
import type { MqttConnection } from "../connection.js";

type Config = operations["getChatroomConfig"]["responses"][200]["content"]["application/json"];

/**
 * What an MQTT client needs, from the chatroom's configuration. The broker is AWS IoT Core with a
 * custom authorizer: credentials travel in the query, MQTT over WebSocket on port 443 at `/mqtt`.
 *
 * @see https://developers.blendvision.com/docs/livestreaming/chatroom/implement-chatroom-client
 */
export function mqttConnection({ connection, topic }: Config): MqttConnection {
  // A signature is base64: its `+` must become %2B, and AWS does not read `+` as a space.
  const authorizer = encodeURIComponent(connection.authorizer);
  const signature = encodeURIComponent(connection.signature);
  const token = encodeURIComponent(connection.token);
  return {
    protocol: "mqtt",
    url: `wss://${connection.endpoint}/mqtt?x-amz-customauthorizer-name=${authorizer}&x-amz-customauthorizer-signature=${signature}&x-token=${token}`,
    options: { clientId: connection.client_id },
    publishTopic: topic.pub,
    subscribeTopic: topic.sub,
  };
}
