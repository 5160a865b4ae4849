"""Makes the calls of a plan with the clients that openapi-python-client made."""

from datetime import datetime
from typing import Any

import blendvision
import blendvision.models as bv_models
import httpx
import ibm_video
import ibm_video.models as ibm_models
from blendvision.api.chatroom_tokens import create_chatroom_token, refresh_chatroom_token
from blendvision.api.chatrooms import create_chatroom, get_chatroom, get_chatroom_config
from blendvision.types import UNSET
from ibm_video.api.authorization import create_access_token
from ibm_video.api.chat import initialize_chat, initialize_group_chat
from keep_status import keep_status
from protocol import Refused, decode, run_all


def client(module: Any, call: dict[str, Any]) -> Any:
    credentials = dict(call["credentials"])
    hooks = {"event_hooks": {"response": [keep_status]}} if call["helped"] else {}
    organization = credentials.pop("organizationId", None)
    options: dict[str, Any] = {"base_url": call["baseUrl"], "httpx_args": hooks}
    if organization is not None:
        options["headers"] = {"x-bv-org-id": organization}
    if not credentials:
        return module.Client(**options)
    [(name, secret)] = credentials.items()
    prefix = "Basic" if name == "clientSecret" else "Bearer"
    return module.AuthenticatedClient(token=secret, prefix=prefix, **options)


def call_of(call: dict[str, Any]) -> Any:
    path = call["input"].get("path", {})
    body = call["input"].get("body", {})
    ibm = client(ibm_video, call)
    bv = client(blendvision, call)
    match call["operation"]:
        case "initializeChat":
            return initialize_chat.sync_detailed(path["channelId"], client=ibm)
        case "initializeGroupChat":
            form = ibm_models.GroupChatForm(**renamed(body))
            return initialize_group_chat.sync_detailed(path["channelId"], client=ibm, body=form)
        case "createAccessToken":
            grant = ibm_models.AccessTokenFormGrantType(body["grant_type"])
            form = ibm_models.AccessTokenForm(**{**body, "grant_type": grant})
            return create_access_token.sync_detailed(client=ibm, body=form)
        case "createChatroom":
            request = bv_models.CreateChatroomRequest.from_dict(body)
            return create_chatroom.sync_detailed(client=bv, body=request)
        case "createChatroomToken":
            request = token_request(call, body)
            return create_chatroom_token.sync_detailed(path["id"], client=bv, body=request)
        case "refreshChatroomToken":
            request = bv_models.RefreshChatroomTokenRequest(**body)
            return refresh_chatroom_token.sync_detailed(client=bv, body=request)
        case "getChatroom":
            return get_chatroom.sync_detailed(client=bv)
        case "getChatroomConfig":
            return get_chatroom_config.sync_detailed(client=bv)
    raise NotImplementedError(call["operation"])


def token_request(call: dict[str, Any], body: dict[str, Any]) -> Any:
    members: dict[str, Any] = {"role": UNSET} if call["helped"] else {}
    members |= body
    if "role" in body:
        members["role"] = bv_models.CreateChatroomTokenRequestRole(body["role"])
    if "expired_at" in body:
        members["expired_at"] = datetime.fromisoformat(body["expired_at"])
    return bv_models.CreateChatroomTokenRequest(**members)


def renamed(form: dict[str, Any]) -> dict[str, Any]:
    """Python's names cannot have brackets."""
    return {name.removesuffix("[]"): value for name, value in form.items()}


def send(call: dict[str, Any]) -> Any:
    try:
        response = call_of(call)
    except httpx.HTTPStatusError as error:
        raise Refused(error.response.status_code) from error
    status = int(response.status_code)
    if status >= 400 or response.parsed is None:
        raise Refused(status, body=decode(response.content))
    return response.parsed.to_dict()


run_all(send)
