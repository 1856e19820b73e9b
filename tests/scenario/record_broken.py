"""What is said about the broken files; ``python -m tests.scenario.record_broken`` writes it down anew.

Do so where the format or a message has changed on purpose, and look at every line of the difference.
"""

import os
import shutil
import tempfile
from pathlib import Path

from game.scenario.commands import check_files

BROKEN = Path(__file__).parent / "broken"
BORDER = Path(__file__).parents[1] / "fixtures" / "border.yaml"


def prepared(place: Path) -> None:
    """All broken files beside the small conflict that most of them change, and a folder with a file's name."""
    for file in (BORDER, *BROKEN.glob("*.yaml")):
        shutil.copy(file, place)
    (place / "folder.yaml").mkdir()


def main() -> None:
    """Write down what is said about each file."""
    with tempfile.TemporaryDirectory() as place:
        prepared(Path(place))
        os.chdir(place)
        for file in sorted(BROKEN.glob("*.yaml")):
            lines, ok = check_files([file.name])
            if ok:
                print(f"{file.name} is sound, though it should be broken")
            file.with_suffix(".expected").write_text("\n".join(lines) + "\n", "utf-8")
        os.chdir(BROKEN)


if __name__ == "__main__":
    main()
