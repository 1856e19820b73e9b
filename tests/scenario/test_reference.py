"""The reference of the format: current, and with a meaning for every key."""

import pytest

from game.scenario.actors import Colour
from game.scenario.model import Id
from game.scenario.models import RuleNumbers
from game.scenario.reference import PAGE, kind, models, page
from tests.conftest import ROOT


def test_the_page_is_current():
    assert (ROOT / PAGE).read_text("utf-8") == page(), (
        "write it anew: python -m game.scenario.reference --write"
    )


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_every_key_says_what_it_means(model):
    silent = [name for name, field in model.model_fields.items() if not field.description and name != "do"]
    assert silent == []


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_every_description_is_a_sentence(model):
    for name, field in model.model_fields.items():
        told = field.description
        assert name == "do" or told.endswith((".", ")")), name
        assert name == "do" or not told.startswith(" "), name


def test_every_model_has_its_section_and_every_link_leads_to_one():
    text = page()
    for model in models():
        assert f"\n## {model.__name__}\n" in text
        assert f"](#{model.__name__.lower()})" in text or model is models()[0]
    assert RuleNumbers not in models()
    assert kind(RuleNumbers) == "[number by name](rules.md#14-every-number)"
    assert "\n## §14 Every number\n" in (ROOT / "docs" / "rules.md").read_text("utf-8")


def test_what_stands_under_a_key_is_told_in_words():
    assert kind(dict[Id, tuple[Id, ...]]) == "list of name by name"
    assert kind(int | None) == "whole number"
    assert kind(Colour) == "colour"
