"""``fullmarks explain``: where each answer was found, and why."""


def test_where_each_answer_was_found(fullmarks, homework):
    ended = fullmarks("explain", "rubric.yaml", "bob.md")
    assert (ended.status, ended.err) == (0, "")
    lines = ended.out.splitlines()
    assert [line for line in lines if not line.startswith("      ")] == [
        "1a  Cost",
        "  attempt 1",
        "    runtime: c n",
        "1b  Size and direction",
        "  attempt 1",
        "    size: 41",
        "    direction: Direction: up",
    ]
    assert [line.split(":")[0].strip() for line in lines if line.startswith("      ")] == ["line 2", "line 5", "line 7"]


def test_what_was_left_aside(fullmarks, homework):
    (homework / "more.md").write_text("## 1a\n**Answer:** $2cn$\n\n## 2b\n**Answer:** 3\n", "utf-8")
    ended = fullmarks("explain", "rubric.yaml", "more.md")
    assert "  nothing answers this part" in ended.out.splitlines()
    assert ended.out.splitlines()[-2] == "Not graded"
    assert ended.out.splitlines()[-1].startswith("  line 4: 2b (")


def test_bad_input(fullmarks, homework):
    ended = fullmarks("explain", "rubric.yaml", "nobody.md")
    assert (ended.status, ended.out) == (4, "")
    assert ended.err == "This file cannot be opened: No such file or directory.\n"
