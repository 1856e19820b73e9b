"""What the advisers of a power say, one for each of its doctrines."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence

from game.session.counsel import Counsel
from game.ui.kit import Column, Label, Paragraph, Progress, ProgressBar, Widget

Advise = Callable[[], Generator[Progress, None, tuple[Counsel, ...]]]
"""Hears the advisers in slices."""


def advice_part(heard: Sequence[Counsel], progress: Progress | None) -> Widget:
    """The advisers one below the other, or how far they are."""
    if not heard:
        fraction = progress.fraction if progress is not None else 0.0
        return ProgressBar("The advisers weigh your position", fraction)
    return Column(id="advice", gap=14)[
        Paragraph(
            "They see what you see. Each would act by one doctrine; none is right for you.", role="note"
        ),
        *[_adviser(counsel) for counsel in heard],
    ]


def _adviser(counsel: Counsel) -> Widget:
    return Column(gap=4, padding=10, panel="panel", line="line")[
        Label(counsel.doctrine, role="name"),
        *[Paragraph(choice, role="body") for choice in counsel.choices or ("Nothing for now.",)],
        *[Paragraph(reason, role="small") for reason in counsel.reasons],
        Paragraph(counsel.prospects, role="note"),
    ]
