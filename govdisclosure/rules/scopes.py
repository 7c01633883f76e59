"""Whose figures the prose gives, against whose the tables give."""

from enum import Enum, auto

import regex

from govdisclosure.passage import bare

_OWN = regex.compile(r"我.{1,4}|本(?:机关|单位|部门|行政机关|局|办|镇|乡|街道|市|县|区)")
_LEVEL = regex.compile(r"[市县区省]?本级|[局办委厅镇乡]?机关(?:本级)?")
_ALL = regex.compile(r"[全各].*")
_AND = regex.compile(r"[、和及与]")
_SHORT = (("委员会", "委"), ("办公室", "办"), ("办公厅", "办"), ("街道办事处", "街道"))
_TOWNSHIP = regex.compile(r"(?:[镇乡]|苏木|街道)(?:人民政府|政府|办事处|办)?$")
_OF_A_GOVERNMENT = regex.compile(r"(?:人民)?政府$")
_REGION = regex.compile(r"[我本][市县区省州旗]")
_GOVERNMENT = regex.compile(r"(?:政府|[省州市县区旗镇乡]|苏木|街道|街道办事处|街道办)$")


class Extent(Enum):
    """How the scope of a figure stands to that of the tables."""

    SAME = auto()
    #: Another extent, which takes in that of the tables or is taken in by it.
    OTHER = auto()
    #: Somebody else's figure.
    FOREIGN = auto()


def _shortened(name: str) -> str:
    for long, short in _SHORT:
        name = name.replace(long, short)
    return name


def _is_within(short: str, long: str) -> bool:
    """Whether all characters of a name stand in another, in the same order."""
    characters = iter(long)
    return all(character in characters for character in short)


def extent(scope: str, agency: str | None) -> Extent:
    """How the scope that the prose names stands to the agency that reports.

    >>> extent("我局", "旺苍县林业局"), extent("全县", "旺苍县林业局"), extent("民政局", "旺苍县林业局")
    (<Extent.SAME: 1>, <Extent.OTHER: 2>, <Extent.FOREIGN: 3>)
    """
    name = bare(agency or "")
    is_government = bool(_GOVERNMENT.search(name))
    if not scope:
        return Extent.SAME
    for pattern, is_same in (
        (_REGION, is_government or not name),
        (_OWN, True),
        (_LEVEL, not is_government),
        (_ALL, is_government and scope[0] == "全"),
    ):
        if pattern.fullmatch(scope):
            return Extent.SAME if is_same else Extent.OTHER
    return _of_body(scope, name) if name else Extent.OTHER


def _of_body(scope: str, name: str) -> Extent:
    """The extent of a figure of a body that the prose names."""
    short, long = _shortened(scope), _shortened(name)
    if _AND.search(scope):
        return Extent.OTHER
    if not _is_within(short, long):
        return Extent.FOREIGN
    if _OF_A_GOVERNMENT.sub("", long).endswith(short):
        return Extent.SAME  # 云台县收到申请3件, in the report of 云台县人民政府
    # The report of a county takes in its departments, the sentence on its government may not.
    is_wider = bool(_GOVERNMENT.search(name)) and not _TOWNSHIP.search(name)
    return Extent.OTHER if is_wider or short[-1] != long[-1] else Extent.SAME
