from game.scenario.problems import SHOWN, Position, Problem, ScenarioError, did_you_mean, shown, written


def test_a_problem_prints_its_place_its_path_and_what_is_wrong():
    problem = Problem(Position("s.yaml", 3, 7), ("powers", "iran", "slots", 0), "expected text, found 3")
    assert str(problem) == "s.yaml:3:7: powers.iran.slots[0]: expected text, found 3"


def test_a_problem_of_a_whole_file_prints_neither_line_nor_path():
    assert str(Problem(Position("s.yaml"), (), "is empty")) == "s.yaml: is empty"


def test_an_error_lists_its_problems_by_place_and_each_once():
    late, early = (Problem(Position("s.yaml", line, 1), ("a",), "is wrong") for line in (10, 9))
    assert str(ScenarioError([late, early, late])) == "s.yaml:9:1: a: is wrong\ns.yaml:10:1: a: is wrong"


def test_an_error_shows_the_first_problems_and_counts_the_rest():
    problems = [Problem(Position("s.yaml", line), (), "is wrong") for line in range(1, SHOWN + 3)]
    error = ScenarioError(problems, omitted=5)
    assert len(error.problems) == SHOWN
    assert str(error).endswith("\n… and 7 more")


def test_a_strange_key_never_breaks_the_line_of_its_problem():
    assert written(("a", "b\nc", "x" * 500)).count("\n") == 0
    assert len(written(("x" * 500,))) < 80


def test_values_are_shown_as_the_file_writes_them_and_shortened():
    assert [shown(value) for value in (None, True, 3, "a")] == ["null", "true", "3", "'a'"]
    assert len(shown("x" * 500)) < 80


def test_the_nearest_known_word_is_offered():
    assert did_you_mean("standng", ["standing", "market"]) == "; did you mean 'standing'?"


def test_nothing_is_offered_when_nothing_is_near_or_the_word_is_no_word():
    assert did_you_mean("zzz", ["standing"]) == ""
    assert did_you_mean(3, ["standing"]) == ""
    assert did_you_mean("standing" * 20, ["standing"]) == ""


def test_a_file_name_with_a_line_break_or_a_control_character_stays_in_its_line():
    assert str(Position("a\n\x1b[2Jb.yaml", 3, 1)) == r"'a\n\x1b[2Jb.yaml':3:1"
    assert str(Position("café.yaml")) == "café.yaml"
