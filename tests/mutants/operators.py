"""What can be broken in a piece of source: each way a rule can be off by a little, as a change of its text."""

import ast
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

COMPARISONS = {
    ast.Lt: ("<", "<="), ast.LtE: ("<=", "<"), ast.Gt: (">", ">="), ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="), ast.NotEq: ("!=", "=="), ast.Is: ("is", "is not"), ast.IsNot: ("is not", "is"),
    ast.In: ("in", "not in"), ast.NotIn: ("not in", "in"),
}  # fmt: skip
ARITHMETIC = {
    ast.Add: ("+", "-"), ast.Sub: ("-", "+"), ast.Mult: ("*", "/"), ast.Div: ("/", "*"), ast.FloorDiv: ("//", "/"),
    ast.Mod: ("%", "*"), ast.BitAnd: ("&", "|"), ast.BitOr: ("|", "&"),
}  # fmt: skip
JOINS = {ast.And: ("and", "or"), ast.Or: ("or", "and")}
# What is taken for what: the lowest for the highest, all for any, down for up.
OPPOSITES = {"min": "max", "max": "min", "any": "all", "all": "any", "floor": "ceil", "ceil": "floor"}
# Nobody is judged by whether there are 499,999 or 500,000 of something.
BOUND = 1000
# How something looks is no rule: what is wide or grey is judged by looking.
LOOKS = {
    "width", "height", "gap", "size", "fontSize", "fontWeight", "labelFontSize", "titleFontSize", "strokeWidth", "opacity",
    "fillOpacity", "padding", "labelPadding", "titlePadding", "labelLimit", "titleLimit", "cornerRadius", "dx", "dy",
    "symbolSize", "labelAngle", "titleAngle", "bandPaddingInner", "bandPaddingOuter", "step", "border", "align", "baseline",
    "color", "filled", "nice", "legend", "icon", "vertical_alignment", "horizontal_alignment", "divider", "cursor",
}  # fmt: skip


@dataclass(frozen=True)
class Change:
    """In a file at `path`, from the byte `start` until `end`: `old` becomes `new`. `line` counts from 1.

    `function` is dotted, empty outside all; `nth` counts the same change within the same function from 0. These four
    names stay the same when something else in the file changes.
    """

    path: str
    line: int
    start: int
    end: int
    old: str
    new: str
    function: str
    nth: int

    @property
    def name(self) -> str:
        return f"{self.path}::{self.function}::{self.old} -> {self.new}::{self.nth}"

    def made_in(self, source: bytes) -> bytes:
        return source[: self.start] + self.new.encode() + source[self.end :]


def changes(path: str, text: str) -> Iterator[Change]:
    """Every change there is to make, in the order of the source; not each of them can be read (`can_be_read`)."""
    source = text.encode()
    lines = [0]
    for line in source.splitlines(keepends=True):
        lines.append(lines[-1] + len(line))
    seen: Counter = Counter()
    for function, start, end, new in sorted(edits(ast.parse(text), source, lines), key=lambda edit: edit[1:]):
        old = source[start:end].decode()
        nth = seen[function, old, new]
        seen[function, old, new] += 1
        yield Change(path, bisect_right(lines, start), start, end, old, new, function, nth)


def can_be_read(change: Change, text: str) -> bool:
    """Whether Python reads what the change leaves, as something else than before."""
    try:
        return ast.dump(ast.parse(change.made_in(text.encode()))) != ast.dump(ast.parse(text))
    except SyntaxError:
        return False


def edits(tree: ast.Module, source: bytes, lines: list[int]) -> Iterator[tuple[str, int, int, str]]:
    """Function, start, end and new text."""

    def place(node: ast.AST) -> tuple[int, int]:
        return lines[node.lineno - 1] + node.col_offset, lines[node.end_lineno - 1] + node.end_col_offset

    def between(left: ast.AST, right: ast.AST, signs: tuple[str, str]) -> Iterator[tuple[int, int, str]]:
        """The sign itself, which has no place of its own in the tree."""
        start, end = place(left)[1], place(right)[0]
        found = source.find(signs[0].encode(), start, end)
        if found >= 0:
            yield found, found + len(signs[0]), signs[1]

    def text(node: ast.AST) -> str:
        start, end = place(node)
        return source[start:end].decode()

    for function, node in walk(tree, ""):
        for start, end, new in of_node(node, place, between, text):
            yield function, start, end, new


def walk(node: ast.AST, function: str) -> Iterator[tuple[str, ast.AST]]:
    """Every node that can hold a rule, with the function it stands in: no annotations, no decorators, no
    docstrings, nothing in f-strings.
    """
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.JoinedStr | ast.arguments):
            # Places within f-strings are not to be trusted before Python 3.12; of parameters only the defaults are rules.
            for default in [*getattr(child, "defaults", ()), *filter(None, getattr(child, "kw_defaults", ()))]:
                yield function, default
                yield from walk(default, function)
            continue
        if (
            is_annotation(node, child)
            or is_docstring(child)
            or is_look(child)
            or child in getattr(node, "decorator_list", ())
        ):
            continue
        inside = function
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            inside = f"{function}.{child.name}".lstrip(".")
        yield inside, child
        yield from walk(child, inside)


def is_annotation(parent: ast.AST, child: ast.AST) -> bool:
    return child in (getattr(parent, "annotation", None), getattr(parent, "returns", None))


def is_look(node: ast.AST) -> bool:
    return isinstance(node, ast.keyword) and node.arg in LOOKS


def is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def of_node(node: ast.AST, place, between, text) -> Iterator[tuple[int, int, str]]:
    """Start, end and new text of what can be changed at this node itself."""
    match node:
        case ast.Compare():
            sides = [node.left, *node.comparators]
            for left, op, right in zip(sides, node.ops, sides[1:], strict=False):
                yield from between(left, right, COMPARISONS[type(op)])
        case ast.BinOp(op=op) if type(op) in ARITHMETIC and not is_joining(node):
            yield from between(node.left, node.right, ARITHMETIC[type(op)])
        case ast.AugAssign(op=op) if type(op) in ARITHMETIC:
            old, new = ARITHMETIC[type(op)]
            yield from between(node.target, node.value, (old + "=", new + "="))
        case ast.BoolOp():
            for left, right in pairwise(node.values):
                yield from between(left, right, JOINS[type(node.op)])
            for value in node.values:
                yield *place(value), str(isinstance(node.op, ast.And))
        case ast.UnaryOp(op=ast.Not()):
            yield *place(node), f"bool({text(node.operand)})"
        case ast.Constant(value=bool()):
            yield *place(node), str(not node.value)
        case ast.Constant(value=int() | float()):
            yield from ((*place(node), str(other)) for other in beside(node.value))
        case ast.IfExp():
            yield *place(node), f"{text(node.orelse)} if {text(node.test)} else {text(node.body)}"
        case ast.If() | ast.While() if not isinstance(node.test, ast.Compare | ast.UnaryOp):
            yield *place(node.test), f"not ({text(node.test)})"
        case ast.comprehension(ifs=[first, *_]):
            yield *place(first), "True"
        case ast.Expr(value=ast.Call()) | ast.Raise():
            yield *place(node), "pass"
        case ast.Slice(step=ast.UnaryOp() as step):
            yield *place(step), "1"
        case ast.Call():
            yield from of_call(node, place, text)


def beside(number: int | float) -> tuple[int | float, ...]:
    """One more and one less; of a limit that only keeps things within bounds twice and half as much."""
    if number >= BOUND:
        return number * 2, number // 2
    return (number + 1, number - 1) if number else (1,)


def is_joining(node: ast.BinOp) -> bool:
    """Whether texts, lists or dicts are put together, where the opposite sign only stops the program."""
    kinds = (ast.Dict, ast.DictComp, ast.List, ast.ListComp, ast.Tuple, ast.JoinedStr)
    sides = (node.left, node.right)
    return any(isinstance(side, kinds) or isinstance(getattr(side, "value", None), str) for side in sides)


def of_call(node: ast.Call, place, text) -> Iterator[tuple[int, int, str]]:
    """Another function for the called one; an order or a condition left out; a keyword left to its default."""
    is_method = isinstance(node.func, ast.Attribute)
    name = node.func.attr if is_method else getattr(node.func, "id", "")
    if name in OPPOSITES and (node.args or node.keywords):
        end = place(node.func)[1]
        yield end - len(name), end, OPPOSITES[name]
    if name == "sorted":
        yield *place(node), f"{text(node)}[::-1]"
    if name == "reversed":
        yield *place(node), text(node.args[0])
    if name in ("where", "order_by", "filter_by") and is_method:
        yield place(node.func.value)[1], place(node)[1], ""
        if len(node.args) > 1:
            yield from (without(node, argument, place) for argument in node.args)
    for keyword in node.keywords:
        is_passed_on = isinstance(keyword.value, ast.Name) and keyword.value.id == keyword.arg
        if keyword.arg and keyword.arg not in LOOKS and not is_passed_on and len(node.args) + len(node.keywords) > 1:
            yield without(node, keyword, place)


def without(node: ast.Call, argument: ast.AST, place) -> tuple[int, int, str]:
    """The call without one of its arguments, and without the comma before or behind it."""
    parts = sorted([*node.args, *node.keywords], key=place)
    at = parts.index(argument)
    if at:
        return place(parts[at - 1])[1], place(argument)[1], ""
    return place(argument)[0], place(parts[1])[0], ""
