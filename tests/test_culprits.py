"""One changed number of a balanced report is found, and its cell is among the culprits."""

from tests.conformance.culprits import main


def test_one_changed_number_is_found_and_blamed(capsys):
    assert main(["--reports", "3", "--seed", "5"]) == 0
    rows = [row.split("|") for row in capsys.readouterr().out.splitlines()[2:] if row.startswith("|")]
    assert {(row[4].strip(), row[5].strip()) for row in rows} == {("100.0%", "100.0%")}
