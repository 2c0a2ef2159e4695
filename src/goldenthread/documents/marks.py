"""Marks: the shapes that carry a rating, so that no rating rests on colour alone."""

from dataclasses import dataclass
from typing import Final, Literal, get_args

from goldenthread.documents import links
from goldenthread.documents.refusals import ContentRefused

Shape = Literal[
    "circle", "triangle", "square", "diamond", "ring",
    "half-circle", "half-triangle", "half-square", "half-diamond",
    "star", "cross",
]  # fmt: skip
Token = Literal["green", "amber", "red", "blue", "grey"]

SHAPES: Final[tuple[str, ...]] = get_args(Shape)
TOKENS: Final[tuple[str, ...]] = get_args(Token)
HOLLOW: Final[Token] = "grey"


class NotAShape(ContentRefused):
    """A shape outside the closed list."""


class NotAColourToken(ContentRefused):
    """A colour token outside the closed list."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A rating as shape and word.

    `detail` is the reason beneath it ("not due", "awaited"), `href` where its receipt is.
    """

    shape: Shape
    token: Token
    word: str
    detail: str = ""
    href: str = ""

    def __post_init__(self) -> None:
        if self.shape not in SHAPES:
            raise NotAShape(f"{self.shape!r} is not a shape of ours; use one of {', '.join(SHAPES)}")
        if self.token not in TOKENS:
            raise NotAColourToken(f"{self.token!r} is not a colour of ours; use one of {', '.join(TOKENS)}")
        if not self.word.strip():
            raise ContentRefused(f"the {self.shape} has no word; a rating is a shape and a word")
        if self.href:
            links.check(self.href)


GREEN: Final = Mark("circle", "green", "Green")
AMBER: Final = Mark("triangle", "amber", "Amber")
RED: Final = Mark("square", "red", "Red")
COMPLETE: Final = Mark("diamond", "blue", "Complete")
NOT_RATED: Final = Mark("ring", "grey", "Not rated")
NOT_STARTED: Final = Mark("ring", "grey", "Not started")
