"""Makes the calls of a plan with httpx and the models that datamodel-code-generator made."""

from typing import Any
from urllib.parse import quote

import blendvision
import httpx
import ibm_video
import pydantic
from protocol import Refused, decode, headers, run_all

CHATROOMS = "/bv/chatroom/v1/chatrooms"

# Method, path, model of the request, model of the value.
OPERATIONS: dict[str, tuple[str, str, Any, Any]] = {
    "initializeChat": ("GET", "/channels/{channelId}/chat.json", None, ibm_video.ChatInitialization),
    "initializeGroupChat": (
        "POST",
        "/channels/{channelId}/chat/groups.json",
        ibm_video.GroupChatForm,
        ibm_video.GroupChatInitialization,
    ),
    "createAccessToken": (
        "POST",
        "/oauth2/token",
        ibm_video.AccessTokenForm,
        ibm_video.IssuedAccessToken,
    ),
    "createChatroom": (
        "POST",
        CHATROOMS,
        blendvision.CreateChatroomRequest,
        blendvision.ChatroomEnvelope,
    ),
    "createChatroomToken": (
        "POST",
        CHATROOMS + "/{id}/tokens",
        blendvision.CreateChatroomTokenRequest,
        blendvision.IssuedChatroomToken,
    ),
    "refreshChatroomToken": (
        "POST",
        CHATROOMS + "/tokens:refresh",
        blendvision.RefreshChatroomTokenRequest,
        blendvision.RefreshedChatroomToken,
    ),
    "getChatroom": ("GET", CHATROOMS, None, blendvision.ChatroomEnvelope),
    "getChatroomConfig": ("GET", CHATROOMS + "/config", None, blendvision.ChatroomConfig),
}


def send(call: dict[str, Any]) -> Any:
    method, template, request, value = OPERATIONS[call["operation"]]
    path = {name: quote(text, safe="") for name, text in call["input"].get("path", {}).items()}
    body: dict[str, Any] = {}
    if request is not None:
        model = request.model_validate(call["input"]["body"])
        members = model.model_dump(mode="json", by_alias=True, exclude_unset=True)
        body = {"data" if request.__name__.endswith("Form") else "json": members}
    url = call["baseUrl"] + template.format(**path)
    # Streamed, so that the status is known before the body can break off.
    with httpx.stream(method, url, headers=headers(call["credentials"]), **body) as response:
        status = response.status_code
        try:
            return read(status, response.read(), value)
        except httpx.TransportError as error:
            raise Refused(status) from error


def read(status: int, content: bytes, value: Any) -> Any:
    if status >= 400:
        body = decode(content)
        error = ibm_video.ChannelApiError if value.__module__ == "ibm_video" else blendvision.ApiError
        if isinstance(body, dict):
            body = error.model_validate(body).model_dump(mode="json", by_alias=True)
        raise Refused(status, body=body)
    try:
        return value.model_validate_json(content).model_dump(mode="json", by_alias=True)
    except pydantic.ValidationError as error:
        raise Refused(status) from error


run_all(send)
