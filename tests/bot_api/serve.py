"""The server as a process of its own: `python -m tests.bot_api.serve --port 8081`; ends with its input."""

import argparse
import sys
from pathlib import Path

from tests.bot_api.server import TOKEN, BotApi


def main() -> None:
    """Serve until standard input closes, so that a killed test leaves nothing behind; says its address."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--log", type=Path, help="JSONL file of accepted messages")
    parser.add_argument("--limited", action="store_true", help="enforce the sending limits")
    args = parser.parse_args()
    with BotApi(token=args.token, port=args.port, log=args.log, limited=args.limited) as api:
        print(api.url, flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
