"""A coverage-guided search for files that the loader does not survive; needs the extra ``fuzz`` (atheris).

Run it as ``python -m tests.scenario.fuzz_loader bytes|changes FOLDER [options of libFuzzer]``. It starts from the
files that are known to be broken, keeps in FOLDER what reaches new code, and stops at the first failure.
"""

import json
import shutil
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["game.scenario", "game.rules.tracks", "yaml"]):
    from tests.scenario.mangled import BORDER, BROKEN, changed, checked, folder_for_changes, small_conflict

LIMITS = ["-timeout=2", "-rss_limit_mb=500", "-len_control=0"]


def main() -> None:
    """Search until told to stop."""
    program, kind, found, *options = sys.argv
    path = folder_for_changes(Path(tempfile.mkdtemp(prefix="fuzz-")))
    tree = small_conflict()

    def of_bytes(data: bytes) -> None:
        path.write_bytes(data)
        checked(path)

    def of_changes(data: bytes) -> None:
        choices = atheris.FuzzedDataProvider(data)
        path.write_text(json.dumps(changed(tree, choices.ConsumeIntInRange), ensure_ascii=False), "utf-8")
        checked(path)

    folder = Path(found)
    folder.mkdir(parents=True, exist_ok=True)
    if kind == "bytes":
        for file in (BORDER, *BROKEN.glob("*.yaml")):
            shutil.copy(file, folder)
        options = ["-max_len=40000", *options]
    else:
        (folder / "start").write_bytes(bytes(range(256)))
        options = ["-max_len=256", *options]
    atheris.Setup([program, *LIMITS, *options, str(folder)], of_bytes if kind == "bytes" else of_changes)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
