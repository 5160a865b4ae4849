/** The documents of this package, by the name of their folder. */
export const documents = ["ibm-video-chat", "blendvision-chatroom"];
