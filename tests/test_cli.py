import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from govdisclosure import loads, parse
from govdisclosure.cli import main
from govdisclosure.cli.arguments import language_of
from govdisclosure.writers.table_rows import HEADER

EXAMPLE = Path(__file__).parents[1] / "docs" / "examples" / "annual-report-2019.html"
PAGE = EXAMPLE.read_bytes()
#: The example with one number of its table changed, so that sums fail.
BROKEN = PAGE.replace(b"<td>821</td>", b"<td>831</td>")


@pytest.fixture(autouse=True)
def _english(monkeypatch, tmp_path):
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.chdir(tmp_path)
    Path("page.html").write_bytes(PAGE)
    Path("broken.html").write_bytes(BROKEN)
    Path("empty.html").write_bytes(b"")


@pytest.fixture
def run(capsys):
    """Run the command line; gives status, output and messages."""

    def run(*arguments):
        status = main(arguments)
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run


EMPTY = "govdisclosure: empty.html: not an annual report on open government information, but empty\n"
GONE = "govdisclosure: gone.html: No such file or directory\n"


def test_one_report_as_json_is_what_loads_reads(run):
    status, out, err = run("parse", "page.html")
    assert (status, err) == (0, "")
    assert loads(out) == parse(PAGE)
    assert json.loads(out)["file"] == "page.html"


def test_several_reports_as_json_are_a_list(run):
    status, out, err = run("parse", "empty.html", "page.html", "gone.html", "broken.html")
    assert (status, err) == (2, EMPTY + GONE)
    assert [document["file"] for document in json.loads(out)] == ["page.html", "broken.html"]
    assert run("parse", "empty.html", "empty.html") == (2, "[]\n", EMPTY * 2)
    assert run("parse", "empty.html") == (2, "", EMPTY)


def test_a_line_of_json_lines_is_a_report(run):
    status, out, err = run("parse", "--to", "jsonl", "page.html", "empty.html", "broken.html")
    assert (status, err) == (2, EMPTY)
    first, second = out.splitlines()
    assert (loads(first), loads(second)) == (parse(PAGE), parse(BROKEN))


def test_csv_has_one_header_and_a_row_for_each_cell(run):
    status, out, err = run("parse", "--to", "csv", "page.html", "empty.html", "broken.html")
    assert (status, err) == (2, EMPTY)
    header, *rows = csv.reader(io.StringIO(out, newline=""))
    assert tuple(header) == HEADER
    assert [row[0] for row in rows] == ["page.html"] * 198 + ["broken.html"] * 198
    assert rows[22] == [
        "page.html", "滨江市人民政府办公厅", "2019", "2019", "requests.received.natural_person",
        "三", "一、本年新收政府信息公开申请数量", "自然人", "件", "821", "stated", "821",
    ]  # fmt: skip


def test_excel_wants_a_byte_order_mark(run):
    status, out, _ = run("parse", "--to", "csv", "--excel", "page.html")
    assert (status, out[:6]) == (0, "\ufefffile,")
    status, out, err = run("parse", "--excel", "page.html")
    assert (status, out) == (64, "")
    assert err == "govdisclosure: --excel goes with --to csv\n"


def test_standard_input_is_read_as_bytes(run, monkeypatch):
    text = "﻿".encode() + PAGE
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text), encoding="ascii"))
    status, out, err = run("parse", "-")
    assert (status, err) == (0, "")
    assert loads(out) == parse(text)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="a device of Linux")
def test_a_file_without_end_is_refused(run):
    status, out, err = run("parse", "/dev/zero")
    assert (status, out) == (2, "")
    assert err.endswith("but unrelated: more than 100000000 bytes\n")


def test_an_interrupt_is_no_fault_of_the_program(run, monkeypatch):
    def interrupted(_):
        raise KeyboardInterrupt

    monkeypatch.setattr("govdisclosure.parsing.parse", interrupted)
    assert run("parse", "page.html") == (130, "", "")


def test_output_goes_to_a_file(run):
    assert run("parse", "page.html", "-o", "out.json") == (0, "", "")
    assert loads(Path("out.json").read_text("utf-8")) == parse(PAGE)


def test_an_input_is_never_overwritten(run):
    status, out, err = run("parse", "page.html", "-o", "./page.html")
    assert (status, out) == (64, "")
    assert err == "govdisclosure: the output page.html is an input too\n"
    assert Path("page.html").read_bytes() == PAGE


def test_output_that_cannot_be_written_is_told(run):
    assert run("parse", "page.html", "-o", "none/out.json") == (
        2,
        "",
        "govdisclosure: none/out.json: No such file or directory\n",
    )


@pytest.mark.parametrize("arguments", [("parse", "page.html"), ("check", "page.html"), ("rules",), ("--version",)])
def test_a_standard_output_that_is_closed_is_told(run, monkeypatch, arguments):
    monkeypatch.setattr(sys, "stdout", None)
    assert run(*arguments) == (2, "", "govdisclosure: standard output: Bad file descriptor\n")
    assert run(*arguments[:1], "nonsense", "--none")[0] == 64


def test_other_standard_streams_may_be_closed_too(run, monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    assert run("parse", "-") == (2, "", "govdisclosure: -: Bad file descriptor\n")
    monkeypatch.setattr(sys, "stderr", None)
    assert run("parse", "gone.html") == (2, "", "")
    assert run("parse")[0] == 64


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_is_told_with_the_file(run):
    assert run("forms", "-o", "/dev/full") == (2, "", "govdisclosure: /dev/full: No space left on device\n")


def test_files_that_are_none_are_told(run):
    status, out, err = run("check", "gone.html", ".", "page.html", "--select", "GD304")
    assert (status, err) == (2, GONE + "govdisclosure: .: Is a directory\n")
    assert out.startswith("page.html  滨江市人民政府办公厅 2019\n")


def test_a_fault_of_the_reader_costs_one_file_only(run, monkeypatch):
    def fails_at_broken(source):
        if source == BROKEN:
            return source[len(source)]
        return parse(source)

    monkeypatch.setattr("govdisclosure.parsing.parse", fails_at_broken)
    status, out, err = run("parse", "broken.html", "page.html", "--to", "jsonl")
    assert (status, err) == (2, "govdisclosure: broken.html: IndexError: index out of range\n")
    assert loads(out) == parse(PAGE)


CHECKED = """\
page.html  滨江市人民政府办公厅 2019
  GD304  note  filled lines of table three (requests) whose total is blank: 11
          (blank) ×11
          line 42: 三、本年度办理结果 （一）予以公开 258 12 1 1
  198 cells: 63 stated, 135 blank; sums: 15 hold, 0 fail, 25 not assessable; findings: 1 note
"""
CHECKED_ZH = """\
broken.html  滨江市人民政府办公厅 2019
  GD301  错误  “自然人”列不平衡：新收加上年结转为849，办理结果总计加结转下年度为839
          一、本年新收政府信息公开申请数量 831 + 二、上年结转政府信息公开申请数量 18 = 849
          （七）总计 767 + 四、结转下年度继续办理 72 = 839
          第40行：一、本年新收政府信息公开申请数量 831 35 2 1 859
  GD303  错误  “一、本年新收政府信息公开申请数量”行：总计为859，各类申请人之和为至少869
          总计 859
          自然人 831 + 商业企业 35 + 法律服务机构 2 + 其他 1 + （空白） ×2 ≥ 869
          第40行：一、本年新收政府信息公开申请数量 831 35 2 1 859
"""


def test_findings_are_shown_with_their_figures(run):
    assert run("check", "page.html", "--select", "GD304") == (0, CHECKED, "")
    status, out, _ = run("check", "broken.html", "--select", "GD301,GD303", "--lang", "zh")
    assert status == 1
    assert out.startswith(CHECKED_ZH)


def test_findings_as_json(run):
    status, out, err = run("check", "page.html", "--to", "json", "--select", "totals-left-blank", "--lang", "zh")
    assert (status, err) == (0, "")
    [finding] = json.loads(out)
    cells = [
        "granted", "granted_in_part", "refused.state_secret", "refused.internal_affairs", "refused.process_information",
        "refused.administrative_query", "unavailable.not_held", "unavailable.requires_creation",
        "unavailable.still_unclear", "not_processed.petition_or_complaint", "not_processed.duplicate",
    ]  # fmt: skip
    assert list(finding)[:10] == [
        "file", "code", "name", "severity", "verdict", "cells", "stated", "expected", "message", "fingerprint",
    ]  # fmt: skip
    assert {key: finding[key] for key in ("file", "code", "severity", "verdict", "cells", "stated")} == {
        "file": "page.html",
        "code": "GD304",
        "severity": "note",
        "verdict": "source",
        "cells": [f"requests.outcomes.{cell}.total" for cell in cells],
        "stated": None,
    }
    assert finding["message"] == "表三（收到和处理政府信息公开申请情况）有11行只填了各类申请人，总计留空"


def test_status_one_is_for_errors_and_two_goes_before_it(run):
    assert run("check", "broken.html", "--to", "json")[0] == 1
    assert run("check", "broken.html", "--ignore", "GD3,GD6", "--to", "json")[0] == 0
    assert run("check", "broken.html", "empty.html", "--to", "json")[0] == 2
    assert run("check", "page.html", "--to", "json")[0] == 0


def test_a_baseline_hides_what_is_known(run):
    assert run("check", "page.html", "--write-baseline", "known.toml")[0] == 0
    status, out, err = run("check", "broken.html", "--select", "GD3", "--baseline", "known.toml", "--to", "json")
    assert status == 1
    codes = {finding["code"] for finding in json.loads(out)}
    assert codes >= {"GD301", "GD303"}
    assert "GD304" not in codes  # it is in the page as well
    assert "no finding fits this entry of the baseline" in err
    assert run("check", "broken.html", "--write-baseline", "known.toml", "--to", "json")[0] == 1
    assert run("check", "broken.html", "--baseline", "known.toml", "--to", "json") == (0, "[]\n", "")


@pytest.mark.parametrize("name", ["gone.toml", "page.html"])
def test_a_baseline_that_is_none_is_told(run, name):
    status, out, err = run("check", "page.html", "--baseline", name)
    assert (status, out) == (2, "")
    assert err.startswith(f"govdisclosure: {name}: ")


def test_sarif_names_rules_files_and_cells(run):
    status, out, _ = run("check", "broken.html", "--select", "GD301", "--to", "sarif")
    [log] = json.loads(out)["runs"]
    assert status == 1
    assert [rule["id"] for rule in log["tool"]["driver"]["rules"]] == ["GD301"]
    [result] = log["results"]
    assert (result["ruleId"], result["level"]) == ("GD301", "error")
    [location] = result["locations"]
    assert location["physicalLocation"] == {"artifactLocation": {"uri": "broken.html"}}
    assert log["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]
    assert [place["fullyQualifiedName"] for place in location["logicalLocations"]] == [
        f"requests.{line}.natural_person" for line in ("received", "carried_in", "outcomes.total", "carried_out")
    ]


def test_sarif_tells_of_a_file_that_could_not_be_used(run):
    status, out, err = run("check", "gone.html", "page.html", "--to", "sarif", "--lang", "en")
    [log] = json.loads(out)["runs"]
    assert status == 2
    [invocation] = log["invocations"]
    [notice] = invocation["toolExecutionNotifications"]
    assert (invocation["executionSuccessful"], notice["message"]["text"]) == (False, "No such file or directory")
    assert err == "govdisclosure: gone.html: No such file or directory\n"
    assert [file["location"]["uri"] for file in log["artifacts"]] == ["page.html", "gone.html"]


def test_the_forms_are_listed_cell_by_cell(run):
    status, out, _ = run("forms", "2021", "--lang", "zh")
    lines = out.splitlines()
    assert status == 0
    assert lines[0] == "2021  表二（主动公开政府信息情况）  国办公开办函〔2021〕30号"
    assert lines[1].split() == [
        "proactive_disclosure.rules.issued", "规章", "本年制发件数", "件", "条例第二十条第（一）项",
    ]  # fmt: skip
    assert sum(line.startswith("  ") for line in lines) == 200
    _, out, _ = run("forms", "--to", "csv")
    assert len(out.splitlines()) == 1 + 198 + 200
    _, out, _ = run("forms", "2019", "--to", "json")
    assert json.loads(out)[21] == {
        "edition": "2019",
        "address": "proactive_disclosure.centralized_procurement.total_amount",
        "table": "二",
        "row": "政府集中采购",
        "column": "采购总金额",
        "unit": "",
        "clause": "条例第二十条第（九）项",
    }


def test_the_rules_are_listed(run):
    status, out, _ = run("rules")
    lines = out.splitlines()
    assert status == 0
    assert lines[0].split()[:3] == ["GD101", "warning", "mixed-editions"]
    assert [line[:5] for line in lines] == sorted(line[:5] for line in lines)
    status, out, _ = run("rules", "GD401", "--lang", "zh")
    assert status == 0
    assert out.splitlines()[0] == "GD401"
    assert "  公式    总计 = 结果维持 + 结果纠正 + 其他结果 + 尚未审结" in out.splitlines()


USAGE = {
    (): "a command is needed: parse, check, forms or rules",
    ("parse",): "the following arguments are required: FILE",
    ("parse", "page.html", "--to", "xml"): "argument --to: invalid choice",
    ("print", "page.html"): "argument COMMAND: invalid choice",
    ("check", "page.html", "--select", "GD9"): "no rule has the code, the prefix or the name 'GD9'",
    ("check", "page.html", "--ignore", "GD3,x"): "no rule has the code, the prefix or the name 'x'",
    ("forms", "2014"): "no edition '2014'; there are 2019, 2021",
    ("rules", "GD000"): "no rule has the code, the prefix or the name 'GD000'",
}


@pytest.mark.parametrize(("arguments", "problem"), USAGE.items())
def test_wrong_usage_is_told(run, arguments, problem):
    status, out, err = run(*arguments)
    assert (status, out) == (64, "")
    assert err.startswith(f"govdisclosure: {problem}")


LOCALES = {
    (): "en",
    (("LANG", "zh_CN.UTF-8"),): "zh",
    (("LC_MESSAGES", "zh_TW"), ("LANG", "en_US")): "zh",
    (("LC_ALL", "C"), ("LC_MESSAGES", "zh_CN")): "en",
    (("LC_ALL", ""), ("LANG", "zh")): "zh",
}


@pytest.mark.parametrize(("variables", "language"), LOCALES.items())
def test_the_language_is_the_terminals(variables, language):
    assert language_of(dict(variables)) == language


def started(*arguments, **more):
    return subprocess.run(  # noqa: S603  # ourselves
        [sys.executable, "-m", "govdisclosure", *arguments], capture_output=True, check=False, **more
    )


def test_output_is_utf_8_whatever_the_terminal_says():
    done = started("check", "page.html", env={"PYTHONIOENCODING": "ascii", "LANG": "zh_CN.GB18030"})
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode("utf-8").startswith("page.html  滨江市人民政府办公厅 2019\n")


def test_a_reader_that_goes_away_is_no_news():
    process = subprocess.Popen(
        [sys.executable, "-m", "govdisclosure", "forms"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    with process:
        process.stdout.close()
        assert (process.stderr.read(), process.wait()) == (b"", 0)
