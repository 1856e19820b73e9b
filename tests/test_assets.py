"""The game's own files are found from a checkout and from an installed wheel alike."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from game import assets
from game.assets import MissingAsset, asset, loaded, scenario_folder

CHECKOUT = Path(__file__).parents[1]
LOOK = """
import json
from game.assets import asset, scenario_folder
print(json.dumps([str(asset("map/ids.png")), str(asset("report/report.css")), str(scenario_folder())]))
"""


@pytest.mark.parametrize(
    "path",
    [
        "map/base_dark.jpg",
        "map/ids.png",
        "map/edge.png",
        "map/map.json.gz",
        "icons/CREDITS.txt",
        "flags/sy_2023.png",
        "report/report.html",
    ],
)
def test_a_shipped_file_is_found_and_holds_something(path):
    assert asset(path).stat().st_size > 0


def test_a_folder_of_assets_can_be_listed():
    assert {found.suffix for found in asset("fonts").iterdir()} == {".woff", ".ttf", ".txt"}


def test_every_kind_of_asset_under_a_licence_ships_its_text():
    assert {found.name for found in asset("licences").iterdir()} == {
        "flag-icons-MIT.txt",
        "ibm-plex-OFL.txt",
        "vazirmatn-OFL.txt",
    }


def test_the_scenarios_lie_in_a_folder_of_their_own():
    assert scenario_folder().is_dir()


@pytest.mark.parametrize("path", ["map/atlantis.png", "../main.py", "/etc/hostname", "map/../../main.py"])
def test_what_the_game_does_not_ship_is_refused_by_name_with_the_remedy(path):
    with pytest.raises(MissingAsset, match=r"is missing from the game\. Reinstall the game") as refusal:
        asset(path)
    assert path in str(refusal.value)


@pytest.mark.parametrize(
    ("path", "load"),
    [
        (
            "fonts/IBMPlexSansCondensed-Regular.woff",
            lambda file: pygame.font.Font(file, 14).size("Calibrated"),
        ),
        ("map/ids.png", pygame.image.load),
        ("map/map.json.gz", lambda file: gzip.decompress(file.read_bytes())),
    ],
)
def test_a_file_that_is_cut_in_half_is_named_with_the_remedy(path, load, tmp_path, monkeypatch):
    half = tmp_path / "assets" / path
    half.parent.mkdir(parents=True)
    whole = asset(path).read_bytes()
    half.write_bytes(whole[: len(whole) // 2])
    monkeypatch.setattr(assets, "_root", lambda: tmp_path)
    pygame.font.init()
    with pytest.raises(MissingAsset, match=rf"assets/{path} is damaged \(.+\)\. Reinstall the game"):
        loaded(path, load)


@pytest.mark.long
def test_an_installed_wheel_carries_its_assets_and_scenarios_inside_the_package(tmp_path):
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "wheel", "--no-deps", "--wheel-dir", tmp_path, CHECKOUT], check=True)
    (wheel,) = tmp_path.glob("calibrated-*.whl")
    elsewhere = tmp_path / "elsewhere"
    subprocess.run([*pip, "install", "--no-deps", "--target", elsewhere, wheel], check=True)

    look = subprocess.run(
        [sys.executable, "-P", "-c", LOOK],
        cwd=elsewhere,
        env={**os.environ, "PYTHONPATH": str(elsewhere)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    for found in map(Path, json.loads(look.stdout)):
        assert found.exists()
        assert found.is_relative_to(elsewhere / "game")
    assert len(list((elsewhere / "game").rglob("*.woff"))) == len(list(asset("fonts").glob("*.woff")))
