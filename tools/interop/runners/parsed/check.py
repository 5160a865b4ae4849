"""Reads every file of one ending with a grammar of its language: `check.py cs tree_sitter_c_sharp`."""


import importlib
import sys
from pathlib import Path

from tree_sitter import Language, Node, Parser

# What a grammar stumbles over, and something alike that it reads.
UNKNOWN = {b"()) as! T": b"x)", b"() as! T": b"x"}

ending, grammar = sys.argv[1:]
parser = Parser(Language(importlib.import_module(grammar).language()))
files = [path for path in Path(".").rglob(f"*.{ending}") if ".venv" not in path.parts]


def first_error(node: Node) -> Node | None:
    if node.type == "ERROR" or node.is_missing:
        return node
    return next((error for child in node.children if (error := first_error(child))), None)


broken = 0
for path in files:
    text = path.read_bytes()
    for construct, alike in UNKNOWN.items():
        text = text.replace(construct, alike)
    root = parser.parse(text).root_node
    if root.has_error:
        error = first_error(root) or root
        print(f"{path}:{error.start_point[0] + 1}: {error.text[:200]!r}")
        broken += 1
print(f"{len(files)} files read, {broken} of them broken")
sys.exit(broken > 0 or len(files) < 20)
