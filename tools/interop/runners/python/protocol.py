"""Reads the calls of a plan, writes what came of them."""

import json
import sys
from collections.abc import Callable
from typing import Any


class Refused(Exception):
    """What a caller can tell of an error: its status, and its body where it was read."""

    def __init__(self, status: int | None, **body: Any) -> None:
        super().__init__(status)
        self.told = body if status is None else {"status": status, **body}


def run_all(send: Callable[[dict[str, Any]], Any]) -> None:
    """Hands each call to `send`, which gives a value or raises."""
    plan, results = sys.argv[1:]
    with open(plan, encoding="utf-8") as calls, open(results, "w", encoding="utf-8") as lines:
        for call in json.load(calls):
            try:
                outcome: dict[str, Any] = {"value": send(call)}
            except Refused as refused:
                outcome = {"error": refused.told}
            except Exception as error:  # a client may raise anything
                outcome = {"error": {"reason": repr(error)}}
            print(json.dumps({"id": call["id"], **outcome}), file=lines)


def decode(text: bytes) -> Any:
    """JSON, or the text."""
    try:
        return json.loads(text)
    except ValueError:
        return text.decode("utf-8", "replace")


def headers(credentials: dict[str, str]) -> dict[str, str]:
    """The headers that go with the credentials."""
    found: dict[str, str] = {}
    for name in ("accessToken", "chatroomToken", "apiToken"):
        if name in credentials:
            found["authorization"] = f"Bearer {credentials[name]}"
    if "clientSecret" in credentials:
        found["authorization"] = f"Basic {credentials['clientSecret']}"
    if "organizationId" in credentials:
        found["x-bv-org-id"] = credentials["organizationId"]
    return found
