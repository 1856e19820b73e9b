"""Small screens to test the kit with."""

from game.ui.kit import Column, Screen


class Shown(Screen):
    """Shows whatever ``make`` returns, and keeps what was written and chosen in ``values``."""

    def __init__(self, make, root=Column):
        self.make, self.values, self.root = make, {}, root

    def build(self, size, scale):
        made = self.make(self)
        return made if not isinstance(made, list) else self.root(padding=20, gap=10)[made]

    def handle(self, intent):
        for name in ("text", "value", "on"):
            if hasattr(intent, name):
                self.values[intent.id] = getattr(intent, name)
