"""Makes the calls of a plan with the clients that openapi-generator made."""

from typing import Any

import blendvision
import ibm_video
from protocol import Refused, decode, run_all


def ibm(call: dict[str, Any]) -> Any:
    credentials = call["credentials"]
    configuration = ibm_video.Configuration(
        host=call["baseUrl"], ignore_operation_servers=True
    )
    configuration.access_token = credentials.get("accessToken")
    secret = credentials.get("clientSecret")
    client = ibm_video.ApiClient(configuration)
    if secret is not None and call["helped"]:
        client.set_default_header("Authorization", f"Basic {secret}")
    elif secret is not None:
        configuration.username, configuration.password = "", secret
    return client


def bv(call: dict[str, Any]) -> Any:
    credentials = call["credentials"]
    configuration = blendvision.Configuration(host=call["baseUrl"])
    configuration.access_token = credentials.get("chatroomToken", credentials.get("apiToken"))
    if "organizationId" in credentials:
        configuration.api_key["organizationId"] = credentials["organizationId"]
    return blendvision.ApiClient(configuration)


def call_of(call: dict[str, Any]) -> Any:
    path = call["input"].get("path", {})
    body = call["input"].get("body", {})
    match call["operation"]:
        case "initializeChat":
            return ibm_video.ChatApi(ibm(call)).initialize_chat(path["channelId"])
        case "initializeGroupChat":
            form = {name.removesuffix("[]"): value for name, value in body.items()}
            return ibm_video.ChatApi(ibm(call)).initialize_group_chat(path["channelId"], **form)
        case "createAccessToken":
            return ibm_video.AuthorizationApi(ibm(call)).create_access_token(**body)
        case "createChatroom":
            request = blendvision.CreateChatroomRequest.from_dict(body)
            return blendvision.ChatroomsApi(bv(call)).create_chatroom(request)
        case "createChatroomToken":
            no_default = {"role": None} if call["helped"] else {}
            request = blendvision.CreateChatroomTokenRequest(**no_default | body)
            return blendvision.ChatroomTokensApi(bv(call)).create_chatroom_token(path["id"], request)
        case "refreshChatroomToken":
            request = blendvision.RefreshChatroomTokenRequest.from_dict(body)
            return blendvision.ChatroomTokensApi(bv(call)).refresh_chatroom_token(request)
        case "getChatroom":
            return blendvision.ChatroomsApi(bv(call)).get_chatroom()
        case "getChatroomConfig":
            return blendvision.ChatroomsApi(bv(call)).get_chatroom_config()
    raise NotImplementedError(call["operation"])


def send(call: dict[str, Any]) -> Any:
    try:
        value = call_of(call)
    except (ibm_video.ApiException, blendvision.ApiException) as error:
        text = error.body.encode() if isinstance(error.body, str) else (error.body or b"")
        raise Refused(error.status, body=decode(text)) from error
    return value.model_dump(mode="json", by_alias=True)


run_all(send)
