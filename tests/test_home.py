"""Where what belongs to the user is kept."""

from pathlib import Path

import pytest

from game.home import HOME_VARIABLE, home, own_scenarios, reports_folder


@pytest.fixture(autouse=True)
def _user(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))


@pytest.mark.parametrize("named", ["~/games", "{home}/games"])
def test_the_folder_that_the_variable_names_is_the_users_also_by_the_short_name_of_home(
    named, monkeypatch, tmp_path
):
    monkeypatch.setenv(HOME_VARIABLE, named.format(home=tmp_path))
    assert home() == tmp_path / "games"
    assert own_scenarios() == tmp_path / "games" / "scenarios"
    assert reports_folder() == tmp_path / "games" / "reports"


def test_a_folder_that_is_given_wins(monkeypatch, tmp_path):
    monkeypatch.setenv(HOME_VARIABLE, "~/games")
    assert home(tmp_path / "other") == tmp_path / "other"


def test_the_short_name_of_somebody_unknown_stays_as_it_is_written(monkeypatch):
    monkeypatch.setenv(HOME_VARIABLE, "~nobody-of-that-name/games")
    assert home() == Path("~nobody-of-that-name/games")


def test_an_empty_variable_names_nothing(monkeypatch):
    monkeypatch.setenv(HOME_VARIABLE, "")
    assert home().name == "calibrated"
