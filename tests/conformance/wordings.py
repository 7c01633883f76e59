"""Ways of printing labels: transformations of the declared ones, as pages have them."""

import re

from govdisclosure.editions import TABLES
from govdisclosure.form import slots

# Simplified character, traditional character, its pronunciation: those of the labels and of the prose around them.
_CHARACTERS = (
    "没沒méi 纳納nà 认認rèn 确確què 后後hòu 从從cóng 两兩liǎng 义義yì 产產chǎn "
    "动動dòng 会會huì 构構gòu 权權quán 国國guó 属屬shǔ 这這zhè 于於yú 长長zhǎng 况況kuàng 个個gè 团團tuán "
    "条條tiáo 项項xiàng 规規guī 内內nèi 数數shù 发發fā 废廢fèi 现現xiàn 处處chù 决決jué 罚罰fá 强強qiáng "
    "许許xǔ 业業yè 费費fèi 单單dān 万萬wàn 开開kāi 请請qǐng 结結jié 转轉zhuǎn 办辦bàn 类類lèi 务務wù "
    "过過guò 执執zhí 询詢xún 无無wú 机機jī 关關guān 补補bǔ 举舉jǔ 报報bào 诉訴sù 复複fù 获獲huò "
    "册冊cè 缴繳jiǎo 续續xù 继繼jì 维維wéi 纠糾jiū 审審shěn 讼訟sòng 议議yì 经經jīng 总總zǒng 计計jì "
    "组組zǔ 织織zhī 级級jí 统統tǒng 时時shí 间間jiān 网網wǎng 访訪fǎng 问問wèn 训訓xùn 东東dōng 临臨lín "
    "设設shè 财財cái 监監jiān 场場chǎng 气氣qì 节節jié 题題tí 进進jìn 实實shí 购購gòu 额額é 采採cǎi "
    "对對duì 据據jù 稳穩wěn 护護hù 区區qū 电電diàn 专專zhuān 号號hào 与與yǔ 为為wéi 应應yìng 简簡jiǎn "
    "来來lái "
)
_PAIRS = {word[0]: word[1] for word in _CHARACTERS.split()}
_TRADITIONAL = str.maketrans(_PAIRS)
_PRONOUNCED = str.maketrans({word[0]: f"{word[1]}({word[2:]})" for word in _CHARACTERS.split()})
_HALF_WIDTH = str.maketrans("（）：，；“”", '():,;""')


def traditional(text: str) -> str:
    """Traditional characters."""
    return text.translate(_TRADITIONAL)


def pronounced(text: str) -> str:
    """Traditional characters with their pronunciation behind them: 數(shù)量."""
    return text.translate(_PRONOUNCED)


def taiwanese(text: str) -> str:
    """Taiwan's vocabulary as converters put it in: 規範性檔案."""
    return traditional(text.replace("规范性文件", "規範性檔案").replace("咨询", "諮詢"))


def half_width(text: str) -> str:
    """Half-width brackets and punctuation."""
    return text.translate(_HALF_WIDTH)


def loose_enumerators(label: str) -> str:
    """``3．其它`` for 3.其他, ``(七)总计`` for （七）总计, ``1、`` for 1."""
    label = half_width(label).replace("其他", "其它")
    return re.sub(r"^(\d)\.", lambda found: found[1] + ("．" if int(found[1]) % 2 else "、"), label)


def spaced(label: str) -> str:
    """Spaces within short labels: 总 计, 自 然 人, 商业 企业."""
    if len(label) == 4 and label not in {"行政许可", "行政处罚", "行政强制"}:
        return f"{label[:2]} {label[2:]}"
    return " ".join(label) if len(label) <= 3 else label


def broken(label: str) -> str:
    """Heads of four and more characters broken in two by a line feed: 商业⏎企业."""
    middle = len(label) // 2
    return f"{label[:middle]}\n{label[middle:]}" if 4 <= len(label) <= 8 and label[0] not in "（123456789" else label


def truncated(label: str) -> str:
    """Heads of columns that lost their last character: 现行有效件."""
    return label[:-1] if label.endswith(("件数", "数量")) and len(label) > 5 else label


def heads_cut(label: str) -> str:
    """The second line of a head lost: 本年新 for 本年新制作数量, and again for 本年新公开数量."""
    return label[:3] if label.startswith("本年新") and label[3:4] in "制公" else label


def with_unit(label: str) -> str:
    """规章（件）, 自然人（件）: units that the form does not print."""
    return f"{label}（件）" if 2 <= len(label) <= 6 and label not in {"信息内容", "申请人情况"} else label


def ringed(label: str) -> str:
    """① for 1."""
    return re.sub(r"^(\d)\.", lambda found: chr(ord("①") + int(found[1]) - 1), label)


_ALIASES = {
    heading.label: heading.aliases[0]
    for table in TABLES
    for slot in slots(table)
    for heading in (*slot.row, slot.column)
    if heading.aliases and heading.aliases[0] != "本年新"
}


def aliased(label: str) -> str:
    """Other words that are declared for the same: 合计 for 总计."""
    return _ALIASES.get(label, label)


#: Explanations that some provinces print in the labels; digits and other labels stand in them.
_NOTES = {
    "规章": "（设区的市、自治州人民政府应提供相关数据）",
    "规范性文件": "（行政机关制定发布的决定、公告、意见、通知，以及采用“规定”“办法”等字样的公文，一般属于规范性文件）",
    "上一年项目数量": "（指2019年事项数）",
    "本年增/减": "（指2020年增加或减少的事项数，减用负值表示，如-8）",
    "处理决定数量": "（指2020年办件量）",
    "本年处理决定数量": "（指2023年办件量，含行政处罚、行政强制）",
    "其他对外管理服务事项": "（指行政许可以外的事项，含行政确认、行政奖励、行政处罚、行政强制、行政检查2类）",
    "现行有效件数": "（截至12月31日）",
    "（一）予以公开": "（含主动公开3日内告知的）",
}


def annotated(label: str) -> str:
    """Labels with long explanations, in which digits and words of other labels stand."""
    bare = label.removeprefix("行政") if label.endswith("规范性文件") else label
    return label + _NOTES.get(bare, "")


def captions_short(label: str) -> str:
    """第二十条(五)项."""
    return re.sub(r"^第二十条第（(.)）项$", r"第二十条(\1)项", label)


def captions_bare(label: str) -> str:
    """第二十条第五项."""
    return re.sub(r"^第二十条第（(.)）项$", r"第二十条第\1项", label)


def with_year(label: str) -> str:
    """本年（2023）制发件数."""
    return label.replace("本年", "本年（2023）") if label.startswith("本年") else label


def without_enumerators(label: str) -> str:
    """Labels of detail lines that lost their number."""
    return re.sub(r"^\d\.", "", label)


def question_marks(text: str) -> str:
    """Ideographic spaces before headings that came out as question marks: ????一、总体情况."""
    return re.sub(r"(?m)^(?=[一二三四五六]、(?!本年|上年|结转))", "????", text)


def invisible(text: str) -> str:
    """Characters of no width within words."""
    return re.sub(r"(?<=[行政本年其总])(?=[\u4e00-\u9fff])", "\u200b", text)


def masked(text: str) -> str:
    """Names masked by an aggregator, even inside labels."""
    return re.sub(r"本机关|(?<=[县市区镇乡道])人民政府(?!信息)", "****", text)


def doubled_commas(text: str) -> str:
    """Doubled punctuation: 一,、总体情况."""
    return re.sub(r"(?m)^([一二三四五六])、", r"\1,、", text)


def unnumbered(text: str) -> str:
    """Section headings without numerals."""
    return re.sub(r"(?m)(^|<h2>)[一二三四五六]、(?!本年|上年|结转)", r"\1", text)
