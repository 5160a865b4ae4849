/** What a Stream client (`stream-chat`) needs. Prints itself without its secret. */
export interface StreamConnection {
  readonly protocol: "stream";
  /** First argument of `new StreamChat(apiKey, options)`. Public, no secret. */
  readonly apiKey: string;
  /** Second argument of `new StreamChat(apiKey, options)`. */
  readonly options: { readonly baseURL: string };
  /** First argument of `client.connectUser(user, chatToken)`. */
  readonly user: { readonly id: string; readonly name?: string };
  /** Second argument of `client.connectUser(user, chatToken)`. A secret of this user. */
  readonly chatToken: string;
  /** First argument of `client.channel(channelType, channelId)`. */
  readonly channelType: string;
  /** Second argument of `client.channel(channelType, channelId)`. */
  readonly channelId: string;
  /** The team that the channel belongs to. */
  readonly team: string;
}

/** What an MQTT client (`mqtt`) needs. Prints itself without its secrets. */
export interface MqttConnection {
  readonly protocol: "mqtt";
  /** MQTT over WebSocket, credentials included: first argument of `mqtt.connect(url, options)`. */
  readonly url: string;
  /** Second argument of `mqtt.connect(url, options)`. */
  readonly options: { readonly clientId: string };
  /** Topic that messages are published to. */
  readonly publishTopic: string;
  /** Topic to subscribe to. */
  readonly subscribeTopic: string;
}

/** A connection of whatever platform. */
export interface AnyConnection {
  readonly protocol: string;
}

/** How to connect on our own platforms, told apart by `protocol`. */
export type Connection = StreamConnection | MqttConnection;
