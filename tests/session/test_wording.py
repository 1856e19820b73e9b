"""Names of actors inside phrases."""

from game.report.images import Image
from game.session.wording import Wording
from tests.loading import load_scenario


def test_rows_between_two_name_both_as_inside_a_sentence():
    loaded = load_scenario("consulate")
    wording, row = Wording(loaded.scenario, loaded.rules), loaded.rules.layout.row
    assert wording.row(row("owed", "iran", "us")) == "owed to the United States by Iran's audiences"
    assert wording.row(row("credibility", "iran", "us")) == "credibility of Iran with the United States"


def test_what_a_power_took_another_for_has_its_name_as_a_sentence_needs_it():
    image = Image("us", "the United States", False, "Iran", "seek force", True, "prefer quiet", "a person")
    assert image.words == (
        "The United States first took Iran to seek force, as the United States would, "
        "in the end to prefer quiet. Iran was played by a person."
    )
