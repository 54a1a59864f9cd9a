"""Reads the parameters of a call: JSON, an encoded form, or a form in parts with a file in it."""

import json
import re
from base64 import b64encode
from urllib.parse import parse_qsl

from tests.bot_api.wire import Call
from tests.bot_api.world import Json

_ABOUT = re.compile(r'\b(name|filename)="([^"]*)"')


def params_of(call: Call) -> dict[str, str]:
    """Every parameter as text; a file as base64, with its name under `….name`."""
    kind = call.headers.get("content-type", "")
    if "json" in kind:
        given: Json = json.loads(call.body or b"{}")
        return {name: value if isinstance(value, str) else json.dumps(value) for name, value in given.items()}
    if "multipart" in kind:
        return _parts(kind, call.body)
    return dict(parse_qsl(call.body.decode(), keep_blank_values=True))


def _parts(kind: str, body: bytes) -> dict[str, str]:
    boundary = b"\r\n--" + kind.partition("boundary=")[2].strip('"').encode()
    params: dict[str, str] = {}
    for part in (b"\r\n" + body).split(boundary)[1:-1]:
        head, _, content = part.partition(b"\r\n\r\n")
        # In plain UTF-8, as browsers write it.
        about = dict(_ABOUT.findall(head.decode()))
        name, file = about["name"], about.get("filename")
        params[name] = b64encode(content).decode() if file else content.decode()
        if file:
            params[f"{name}.name"] = file
    return params
