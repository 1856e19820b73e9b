"""What the advisers of a power say, one for each of its doctrines."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TYPE_CHECKING

from game.session.counsel import Counsel
from game.session.wording import begun
from game.ui.kit import Column, Label, Paragraph, Progress, ProgressBar, Widget, Work

if TYPE_CHECKING:
    from game.ui.app import App

Advise = Callable[[tuple[str, ...]], Generator[Progress, None, tuple[Counsel, ...]]]
"""Hears the advisers in slices, beside the options that are drafted."""


class Hearing:
    """Hears the advisers, once for every draft that they are asked about."""

    def __init__(self, advise: Advise) -> None:
        self.heard: tuple[Counsel, ...] = ()
        self._advise = advise
        self._beside: tuple[str, ...] | None = None
        self._work: Work[tuple[Counsel, ...]] | None = None

    def hear(self, app: App, drafted: tuple[str, ...], then: Callable[[], None]) -> None:
        """Asks them about a draft, unless they were asked about it before; ``then`` is called when all have spoken."""

        def spoken(heard: tuple[Counsel, ...]) -> None:
            self.heard = heard
            then()

        if drafted != self._beside:
            self.close()
            self.heard, self._beside = (), drafted
            self._work = app.run_work(self._advise(drafted), spoken)

    @property
    def working(self) -> bool:
        """Whether they still think."""
        return self._work is not None and not self._work.done

    def close(self) -> None:
        """Gives up what is not done."""
        if self._work is not None:
            self._work.cancel()

    def part(self) -> Widget:
        """The advisers one below the other, or how far they are."""
        if not self.heard:
            return ProgressBar(
                "The advisers weigh your position", self._work.progress.fraction if self._work else 0.0
            )
        return Column(id="advice", gap=14)[
            Paragraph(
                "They see what you see. Each would act by one doctrine; the choice stays yours.", role="note"
            ),
            *[_adviser(counsel) for counsel in self.heard],
        ]


def _adviser(counsel: Counsel) -> Widget:
    return Column(gap=4, padding=10, panel="panel", line="line")[
        Label(counsel.doctrine, role="name"),
        *[Paragraph(begun(choice), role="body") for choice in counsel.choices or ("Nothing for now.",)],
        Paragraph(counsel.prospects, role="note", tone="text"),
        *[Paragraph(reason, role="small") for reason in counsel.reasons],
    ]
