"""A coverage-guided search for files that the loader does not survive; needs the extra ``fuzz`` (atheris).

Run it as ``python -m tests.scenario.fuzz_loader bytes|changes FOLDER [options of libFuzzer]``. It starts from the
files that are known to be broken, keeps in FOLDER what reaches new code, and stops at the first failure.
"""

import shutil
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["game.scenario"]):
    from game.scenario import extends
    from tests.scenario.mangled import (
        BORDER,
        BROKEN,
        changed,
        checked,
        checked_tree,
        folder_for_changes,
        small_conflict,
    )

LIMITS = ["-timeout=20", "-rss_limit_mb=500", "-len_control=0"]


def main() -> None:
    """Search until told to stop."""
    program, kind, found, *options = sys.argv
    path = folder_for_changes(Path(tempfile.mkdtemp(prefix="fuzz-")))
    tree = small_conflict()
    beneath, read = extends.read_source(path.with_name("border.yaml")), extends.read_source
    # Most files extend the small conflict; it is always the same, so it is read once.
    extends.read_source = lambda file: beneath if file.name == "border.yaml" else read(file)

    def of_bytes(data: bytes) -> None:
        path.write_bytes(data)
        checked(path)

    def of_changes(data: bytes) -> None:
        choices = atheris.FuzzedDataProvider(data)
        checked_tree(changed(tree, choices.ConsumeIntInRange))

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
