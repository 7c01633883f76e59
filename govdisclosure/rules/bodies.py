"""What the name of a body tells: whether it can make rules, and by when it publishes its report."""

import datetime as dt

import regex

from govdisclosure.passage import bare

_TOWNSHIP = regex.compile(r"(?:[镇乡]|苏木|街道)(?:人民政府|政府|街道办事处|办事处|党工委)?(?:办公室)?$")
# 自治区 and 特区 are followed by bodies of another rank; every other 县, 旗 or 区 by those of a county or lower.
_COUNTY = regex.compile(
    r"(?:[县旗]|(?<!自治|特|行政)区)"
    r"(?:人民政府|政府)?(?:[^县旗区]{0,30}(?:局|委员会|委|办公室|办|中心|队|站|所|院|部门|联社))?$"
)
_SPELT_EITHER_WAY = regex.compile(r"(?:人民)?政府|(?<=街道)办事处")
_NATIONAL = regex.compile(r"^(?:国务院|国家|中国|中华人民共和国|中央)(?!.*[县旗])")
_DEPARTMENT = regex.compile(r"(?:局|(?<!办公)厅|(?<!管理)委员会|(?<!管)委|部|署)$")

#: The first report year under the Regulations of 2019, with their earlier date for departments.
FIRST_YEAR_OF_TWO_DATES = 2019


def body_name(agency: str) -> str:
    """A name that is the same however reports of different years spell it.

    >>> {body_name(name) for name in ("旺苍县人民政府办公室", "旺苍县政府办公室", "旺苍县 人民政府办公室")}
    {'旺苍县办公室'}
    """
    return _SPELT_EITHER_WAY.sub("", bare(agency))


def lacks_rule_making_power(agency: str) -> bool:
    """Whether a body cannot make rules (规章), by its name: a township, a street office, a county or its bureau.

    False also where the name does not tell. Source: 《立法法》第九十一条、第九十三条.

    >>> [lacks_rule_making_power(name) for name in ("松木塘镇人民政府", "旺苍县林业局", "上海市人民政府")]
    [True, True, False]
    """
    name = bare(agency)
    if _NATIONAL.search(name):
        return False
    return bool(_TOWNSHIP.search(name) or _COUNTY.search(name))


def legal_date(agency: str | None, year: int) -> dt.date:
    """The day by which a body publishes its report on a year; the later date where its name does not tell.

    Source: 条例第四十九条 (departments 31 January, governments 31 March); before 2019, 31 March for all.

    >>> [str(legal_date(name, 2023)) for name in ("旺苍县林业局", "旺苍县人民政府", None)]
    ['2024-01-31', '2024-03-31', '2024-03-31']
    """
    is_department = agency is not None and _DEPARTMENT.search(bare(agency)) is not None
    if is_department and year >= FIRST_YEAR_OF_TWO_DATES:
        return dt.date(year + 1, 1, 31)
    return dt.date(year + 1, 3, 31)
