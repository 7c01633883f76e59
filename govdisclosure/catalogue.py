"""What can be found: the header of a rule, and the headers of what the reader itself notices (GD101 to GD113).

A header carries everything that is said of a code: its name, how much it weighs, its statement, its legal source and
its sentence in Chinese and in English. Reader and checker make their findings from it, so none of this stands twice.
"""

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from functools import cached_property
from string import Formatter

from attrs import frozen

from govdisclosure.finding import Finding, Message, Operand, Severity, Verdict
from govdisclosure.reading import Number
from govdisclosure.source import Span

#: What fills a gap of a message: the same in both languages, or a sentence in each.
Word = str | int | Decimal | Message | None

ARTICLE_20 = "《政府信息公开条例》第二十条"
ARTICLE_49 = "《政府信息公开条例》第四十九条"
ARTICLE_50 = "《政府信息公开条例》第五十条"
FORMS = "国办公开办函〔2019〕60号、国办公开办函〔2021〕30号"


@frozen
class Header:
    """All that is said of a code. A code is given out once and never changes its meaning."""

    code: str
    #: Words joined by hyphens; as stable as the code.
    name: str
    severity: Severity
    #: What the rule asks for, or what it tells, in a sentence.
    statement: Message
    #: The sentence of a finding, with gaps: ``{stated}``, ``{expected}``, and one for each word of `finding`.
    message: Message
    #: Where the rule comes from; an empty string where it is a habit of good reading.
    source: str = ""
    #: The editions whose forms it applies to; empty for all.
    editions: tuple[str, ...] = ()
    #: The version of this library that first had it.
    since: str = "0.1"

    @cached_property
    def gaps(self) -> frozenset[str]:
        """The names of the gaps of the message, without ``stated`` and ``expected``."""
        names = {name for _, name, _, _ in Formatter().parse(self.message.zh + self.message.en) if name}
        return frozenset(names - {"stated", "expected"})

    def finding(
        self,
        *,
        verdict: Verdict,
        cells: tuple[str, ...] = (),
        stated: Number | str | None = None,
        expected: Number | str | None = None,
        operands: tuple[Operand, ...] = (),
        span: Span | None = None,
        subject: str = "",
        culprits: tuple[str, ...] = (),
        **words: Word,
    ) -> Finding:
        """A finding of this code; ``words`` fill the gaps of the message, a `Message` each language's with its own.

        Raises:
            KeyError: if a gap has no word.
        """
        filled = {"stated": stated, "expected": expected, **words}
        return Finding(
            code=self.code,
            name=self.name,
            severity=self.severity,
            verdict=verdict,
            message=Message(
                self.message.zh.format_map(_in_language(filled, "zh")),
                self.message.en.format_map(_in_language(filled, "en")),
            ),
            cells=cells,
            stated=stated,
            expected=expected,
            operands=operands,
            span=span,
            subject=subject,
            culprits=culprits,
        )


def _in_language(words: Mapping[str, Word], language: str) -> dict[str, str]:
    return {name: _shown(word, language) for name, word in words.items()}


def _shown(word: Word, language: str) -> str:
    if isinstance(word, Message):
        return word.in_language(language)
    if word is None:
        return "—"
    return f"{word:f}" if isinstance(word, Decimal) else str(word)


class Absence(Enum):
    """How a table that the form asks for is missing, as far as it can be told; the value is a word for GD103."""

    PICTURE = Message("该表以图片形式发布，无法读出", "it is published as a picture")
    ATTACHMENT = Message("该表在附件中", "it is in an attachment")
    CUT_OFF = Message("文本在该表之前或之中截断", "the text is cut off before or within it")
    BEGUN_LATE = Message("文本从该表之后开始", "the text begins behind it")
    EMPTY = Message("该节只有标题，该表可能以图片形式发布", "its section has a heading alone, it may be a picture")
    LEFT_OUT = Message("文中未列该表", "the document leaves it out")
    NOT_READ = Message("文中有该表的栏目，但未能读出数字", "its labels are there, its numbers could not be read")


MIXED_EDITIONS = Header(
    "GD101",
    "mixed-editions",
    Severity.WARNING,
    Message("全部表格使用同一版格式", "All tables are filled on the form of one edition."),
    Message("文件混用了不同版本的格式：{forms}", "the document is filled on forms of different editions: {forms}"),
    source=FORMS,
)
FORM_NOT_IN_FORCE = Header(
    "GD102",
    "form-not-in-force",
    Severity.WARNING,
    Message("使用报告年度当时有效的格式", "The form used is the one in force for the report year."),
    Message(
        "{year}年度报告的{table}使用了{stated}年版格式，应使用{expected}年版格式",
        "{table} of the report for {year} is filled on the form of {stated}; that of {expected} is in force",
    ),
    source=FORMS,
)
TABLE_MISSING = Header(
    "GD103",
    "table-missing",
    Severity.ERROR,
    Message("格式规定的表格齐全", "Every table of the form is there."),
    Message("缺少{table}：{how}", "{table} is missing: {how}"),
    source=ARTICLE_50,
)
LINE_MISSING = Header(
    "GD104",
    "line-missing",
    Severity.WARNING,
    Message("格式规定的行、列齐全", "Every row and column of the form is there."),
    Message("{table}缺少{lines}", "{table} lacks {lines}"),
    source=FORMS,
)
NOT_A_NUMBER = Header(
    "GD105",
    "not-a-number",
    Severity.WARNING,
    Message("单元格内是数字", "A cell holds a number."),
    Message("{cell}的内容“{stated}”不是数字", "{cell} holds “{stated}”, which is no number"),
    source=FORMS,
)
NUMBERS_DO_NOT_FIT = Header(
    "GD106",
    "numbers-do-not-fit",
    Severity.WARNING,
    Message("每行数字的个数与格式的单元格数一致", "A row has as many numbers as the form has cells."),
    Message(
        "{table}有{count}行的数字个数与单元格数不一致，如{line}应有{expected}个，文中有{stated}个",
        "rows of {table} without as many numbers as cells: {count}, as {line} ({stated} for {expected})",
    ),
    source=FORMS,
)
NUMBERS_RECOVERED = Header(
    "GD107",
    "numbers-recovered",
    Severity.NOTE,
    Message(
        "文中丢失位置或数值、由勾稽关系唯一确定的数字",
        "Numbers whose place or value the source lost and the identities of the form determine.",
    ),
    Message(
        "{table}有{count}个数字由勾稽关系唯一确定，依据：{proof}",
        "numbers of {table} that were recovered: {count}; proof: {proof}",
    ),
)
NUMBERS_AMBIGUOUS = Header(
    "GD108",
    "numbers-ambiguous",
    Severity.WARNING,
    Message("每个数字只能属于一个单元格", "Each number can stand in one cell only."),
    Message(
        "{lines}的数字（{stated}）可以有多种填法，不能确定",
        "the numbers of {lines} ({stated}) could stand in more than one place",
    ),
)
CELLS_NOT_OF_THE_FORM = Header(
    "GD109",
    "cells-not-of-the-form",
    Severity.NOTE,
    Message("表格中没有格式以外的内容", "The tables hold nothing beside the cells of the form."),
    Message(
        "表格中有{count}处格式以外的内容，如“{stated}”",
        "cells of the tables that belong to no cell of the form: {count}, as “{stated}”",
    ),
    source=FORMS,
)
DAMAGED_TEXT = Header(
    "GD110",
    "damaged-text",
    Severity.NOTE,
    Message(
        "声明的编码与实际编码一致，没有损坏的字符",
        "The declared encoding is the real one, and no character is damaged.",
    ),
    Message(
        "声明的编码为{stated}，实际按{expected}读取，损坏字符{count}处",
        "the declared encoding is {stated}, the text was read as {expected}; damaged characters: {count}",
    ),
)
TABLE_PRINTED_TWICE = Header(
    "GD111",
    "table-printed-twice",
    Severity.ERROR,
    Message("同一表格没有两个不同的版本", "No table is printed twice with different numbers."),
    Message(
        "{table}出现两次，{count}个单元格的数字不同",
        "{table} is printed twice; cells whose numbers differ: {count}",
    ),
    source=ARTICLE_50,
)
BLANKS_FOR_ZEROS = Header(
    "GD112",
    "blanks-for-zeros",
    Severity.NOTE,
    Message("数量为零时填写0", "Where a count is zero, 0 is printed."),
    Message(
        "{table}有{count}个单元格留空或以符号代替0",
        "cells of {table} that are blank or marked where zeros are meant: {count}",
    ),
    source=FORMS,
)
SEVERAL_REPORTS = Header(
    "GD113",
    "several-reports",
    Severity.WARNING,
    Message("一份文件只有一份报告", "A document holds one report."),
    Message(
        "文中有{count}份报告，只读取其中一份，未读取：{others}",
        "the document holds {count} reports, of which one was read; not read: {others}",
    ),
    source=ARTICLE_50,
)

#: What the reader notices, and what is noticed of its readings, in the order of the codes.
READING: tuple[Header, ...] = (
    MIXED_EDITIONS,
    FORM_NOT_IN_FORCE,
    TABLE_MISSING,
    LINE_MISSING,
    NOT_A_NUMBER,
    NUMBERS_DO_NOT_FIT,
    NUMBERS_RECOVERED,
    NUMBERS_AMBIGUOUS,
    CELLS_NOT_OF_THE_FORM,
    DAMAGED_TEXT,
    TABLE_PRINTED_TWICE,
    BLANKS_FOR_ZEROS,
    SEVERAL_REPORTS,
)
