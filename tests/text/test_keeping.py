"""The offer, after the debrief in the terminal, to write it to files."""

import io

import pytest

from game.text.keeping import HOW, offer_report
from game.text.terminal import Terminal
from tests.session.people import play_out


@pytest.fixture
def offered(begin, tmp_path, monkeypatch):
    """Offers a finished game's report to somebody who answers so; what was printed, and the files that are there."""
    monkeypatch.setenv("CALIBRATED_HOME", str(tmp_path / "home"))
    kept = begin("border", ["northland=ai"])
    play_out(kept.session)

    def answered(*answers, interactive=True, warning=""):
        out = io.StringIO()
        kept.warning = warning
        terminal = Terminal(io.StringIO("\n".join(answers) + "\n"), out, interactive)
        offer_report(kept, None, terminal)
        return out.getvalue(), sorted(each.suffix for each in (tmp_path / "home").rglob("*.*"))

    return answered


def test_whoever_types_export_is_told_where_the_files_are(offered):
    told, files = offered("export")
    assert told.count("Wrote") == 3
    assert files == [".csv", ".html", ".json"]


def test_whoever_presses_enter_leaves_without_files(offered):
    told, files = offered("")
    assert HOW in told
    assert files == []


def test_a_slip_of_the_finger_is_asked_again(offered):
    told, files = offered("exprot", "export")
    assert "'exprot' is neither what if, nor export, nor nothing." in told
    assert len(files) == 3


def test_a_script_is_told_how_and_asked_nothing(offered):
    told, files = offered("export", interactive=False)
    assert told == f"\n{HOW}\n"
    assert files == []


def test_whoever_played_a_game_that_could_not_be_saved_is_not_told_to_report_on_another(offered):
    told, _ = offered(interactive=False, warning="The game could not be saved.")
    assert told == "\nThe game could not be saved.\n"


def test_what_cannot_be_written_is_told_and_ends_nothing(offered, tmp_path):
    (tmp_path / "home").write_text("in the way", encoding="utf-8")
    told, _ = offered("export")
    assert "cannot be used" in " ".join(told.split())  # it is broken where the terminal ends


def test_one_decision_is_changed_by_number_and_both_courses_are_told(offered, monkeypatch):
    monkeypatch.setattr("game.session.what_if.RUNS", 4)
    told, files = offered("what if", "1", "1", "1", "export")
    assert "A decision of which turn?" in told
    assert ", in place of: " in told
    assert " as decided, " in told
    assert files == [".csv", ".html", ".json"]


def test_what_was_asked_is_written_with_the_debrief(offered, tmp_path, monkeypatch):
    monkeypatch.setattr("game.session.what_if.RUNS", 4)
    offered("what if", "1", "1", "1", "export")
    assert ", in place of: " in next((tmp_path / "home").rglob("*.csv")).read_text(encoding="utf-8")


def test_a_number_that_is_not_there_is_asked_again_and_enter_leaves_all_as_it_is(offered):
    told, files = offered("what if", "99", "one", "", "")
    assert "'99' is no number from 1 to " in told
    assert "'one' is no number from 1 to " in told
    assert files == []
