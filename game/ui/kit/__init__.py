"""The widget kit: everything a screen is described with. See docs/ui-kit.md."""

from game.ui.kit.banner import Banner
from game.ui.kit.buttons import Button, Checkbox, Control
from game.ui.kit.canvas import Canvas
from game.ui.kit.cards import Card, Item
from game.ui.kit.chart import LineChart, Series
from game.ui.kit.dialog import Dialog
from game.ui.kit.dials import Segmented
from game.ui.kit.field import TextField
from game.ui.kit.intents import (
    Adjust,
    Back,
    Choose,
    Click,
    Drag,
    Drop,
    Focus,
    Hover,
    Intent,
    Key,
    Point,
    Press,
    Quit,
    Refused,
    Release,
    Resize,
    Scroll,
    Toggle,
    Write,
)
from game.ui.kit.labels import Chip, Flag, Icon, Image, Label, Paragraph, Rule, Sign
from game.ui.kit.layout import Column, Container, Flow, Grid, Row, Spacer, Stack
from game.ui.kit.look import Look
from game.ui.kit.meters import Bar, Histogram, Meter, Rungs
from game.ui.kit.progress import ProgressBar
from game.ui.kit.screen import Screen
from game.ui.kit.scroll import ScrollArea
from game.ui.kit.settings import Settings
from game.ui.kit.slider import Slider
from game.ui.kit.table import Table, TableColumn
from game.ui.kit.tooltip import Cause, Tooltip
from game.ui.kit.widget import Area, Extent, Widget, overflowing, walk
from game.ui.kit.work import Progress, Work

__all__ = [
    "Adjust",
    "Area",
    "Back",
    "Banner",
    "Bar",
    "Button",
    "Canvas",
    "Card",
    "Cause",
    "Checkbox",
    "Chip",
    "Choose",
    "Click",
    "Column",
    "Container",
    "Control",
    "Dialog",
    "Drag",
    "Drop",
    "Extent",
    "Flag",
    "Flow",
    "Focus",
    "Grid",
    "Histogram",
    "Hover",
    "Icon",
    "Image",
    "Intent",
    "Item",
    "Key",
    "Label",
    "LineChart",
    "Look",
    "Meter",
    "Paragraph",
    "Point",
    "Press",
    "Progress",
    "ProgressBar",
    "Quit",
    "Refused",
    "Release",
    "Resize",
    "Row",
    "Rule",
    "Rungs",
    "Screen",
    "Scroll",
    "ScrollArea",
    "Segmented",
    "Series",
    "Settings",
    "Sign",
    "Slider",
    "Spacer",
    "Stack",
    "Table",
    "TableColumn",
    "TextField",
    "Toggle",
    "Tooltip",
    "Widget",
    "Work",
    "Write",
    "overflowing",
    "walk",
]
