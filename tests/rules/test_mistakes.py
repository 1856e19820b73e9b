"""The mistakes that the tests are tried with are still about lines of the rules."""

import pytest

from tests.rules.mistakes import MUTATIONS, Mutation
from tests.rules.mutations import ROOT


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda each: each.mistake)
def test_a_mistake_still_fits_the_code_and_its_tests_exist(mutation: Mutation) -> None:
    text = (ROOT / "game" / "rules" / f"{mutation.module}.py").read_text(encoding="utf-8")
    assert text.count(mutation.line) == 1
    assert mutation.wrong != mutation.line
    for test in mutation.tests:
        assert (ROOT / "tests" / test).exists()
