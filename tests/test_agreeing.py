"""Prose as offices of every kind write it, that agrees with the tables: no rule may find anything above a note in it.

Each passage takes its numbers from a true report, and adds what misleads: figures of other years, of offices, of other
work, of everything that ever came, shares, parts of parts.
"""

import datetime as dt

import pytest
from attrs import evolve

from govdisclosure.checking import check
from govdisclosure.finding import Severity
from govdisclosure.parsing import parse
from tests.conformance.layouts import plaintext
from tests.conformance.truths import truth
from tests.faultless import printed

ROWS = plaintext.text(plaintext.rows(" | "))
REQUESTS = "requests."
CASES = "review_and_litigation."
DOCUMENTS = "proactive_disclosure.normative_documents."
AGENCY = "青溪县人民政府"


def busy_years():
    """True reports of 2021 and later in which every number that the passages need is there."""
    for seed in range(1, 400):
        true = truth(seed, "2021")
        outcomes = [true.values[f"{REQUESTS}{line}.total"] for line in ("received", "carried_in", "outcomes.granted")]
        if min(outcomes) > 0 and true.values[f"{REQUESTS}received.natural_person"] > 0:
            yield true


def words(true):
    """The numbers of a report by short names."""
    value = true.values
    lines = dict.fromkeys(slot.line for slot in true.three)

    def group(name):
        return sum(value[f"{line}.total"] for line in lines if line.startswith(f"{REQUESTS}outcomes.{name}"))

    received, carried_in, done, out = (
        value[f"{REQUESTS}{line}.total"] for line in ("received", "carried_in", "outcomes.total", "carried_out")
    )
    names = ("granted_in_part", "refused", "unavailable", "not_processed", "other")
    part, refused, unavailable, unprocessed, other = map(group, names)
    granted = value[f"{REQUESTS}outcomes.granted.total"]
    natural = value[f"{REQUESTS}received.natural_person"]
    reviews = value[f"{CASES}reconsideration.total"]
    direct, after = (value[f"{CASES}litigation.{way}.total"] for way in ("direct", "after_reconsideration"))
    return {
        "y": true.year,
        "last": true.year - 1,
        "next": true.year + 1,
        "received": received,
        "carried_in": carried_in,
        "all": received + carried_in,
        "done": done,
        "out": out,
        "natural": natural,
        "bodies": received - natural,
        "natural_in": natural + value[f"{REQUESTS}carried_in.natural_person"],
        "granted": granted,
        "part": part,
        "both": granted + part,
        "refused": refused,
        "unavailable": unavailable,
        "unprocessed": unprocessed,
        "other": other,
        "not_held": value[f"{REQUESTS}outcomes.unavailable.not_held.total"],
        "granted_share": f"{100 * granted / done:.1f}",
        "both_share": f"{100 * (granted + part) / done:.2f}",
        "natural_share": f"{100 * natural / received:.1f}",
        "before": received + 16,
        "fall": f"{1600 / (received + 16):.1f}",
        "reviews": reviews,
        "upheld": value[f"{CASES}reconsideration.upheld"],
        "corrected": value[f"{CASES}reconsideration.corrected"],
        "lawsuits": direct + after,
        "direct": direct,
        "after": after,
        "cases": reviews + direct + after,
        "issued": value[f"{DOCUMENTS}issued"],
        "repealed": value[f"{DOCUMENTS}repealed"],
        "in_force": value[f"{DOCUMENTS}in_force"],
        "licences": value["proactive_disclosure.administrative_licensing.decisions"],
        "penalties": value["proactive_disclosure.administrative_penalty.decisions"],
        "net": received // 2,
        "post": received - received // 2,
        "office": received // 3,
    }


PASSAGES = {
    "new and carried in": (
        "{y}年，我县共收到政府信息公开申请{received}件，上年结转{carried_in}件，"
        "已办结{done}件，结转至下年度继续办理{out}件。"
    ),
    "all at hand": (
        "全县各级行政机关共收到政府信息公开申请{all:,}件（含上年结转{carried_in}件），办结{done}件，正在办理{out}件。"
    ),
    "received and accepted": (
        "全年共收到政府信息公开申请{received}件，受理{received}件，按时办结{done}件，答复率100%。"
    ),
    "last year beside": "{y}年新收政府信息公开申请{received}件，比{last}年的{before}件减少16件，下降{fall}%。",
    "last year in brackets": (
        "收到申请{received}件，较{last}年（{before}件）减少16件。办结{done}件（{last}年{before}件）。"
    ),
    "three years": "{y}年收到申请{received}件，{last}年收到{before}件，三年累计收到申请9999件。",
    "ever since": "自《条例》施行以来，我县累计收到政府信息公开申请98765件。{y}年收到{received}件，答复{done}件。",
    "up to now": "截至{y}年12月31日，累计收到政府信息公开申请98765件，网站累计公开信息456789条。",
    "half years": "上半年收到申请3件，下半年收到申请4件，全年共收到申请{received}件。",
    "months": "3月，收到申请10件；6月，收到申请23件。平均每月收到申请17件。",
    "channels": "收到依申请公开{received}件，其中：网上申请{net}件，信函申请{post}件。均在法定期限内予以答复。",
    "applicants": "共收到申请{received}件，其中自然人申请{natural}件，占{natural_share}%，法人及其他组织{bodies}件。",
    "applicants with those carried in": "自然人提出的申请{natural_in}件（含结转），无超期答复。",
    "applicants of those carried over": "结转下年度继续办理的申请{out}件，其中自然人1件、商业企业99件。",
    "outcomes": (
        "予以公开{granted}件；部分公开{part}件；不予公开{refused}件；无法提供{unavailable}件；"
        "不予处理{unprocessed}件；其他处理{other}件。"
    ),
    "outcomes in a list": (
        "1.予以公开{granted}件，占{granted_share}%；\n2.部分公开{part}件；\n3.不予公开{refused}件；"
        "\n4.无法提供{unavailable}件。"
    ),
    "granted or in part": "予以公开和部分公开{both}件，占答复总数的{both_share}%，比上年提高3.2个百分点。",
    "granted with those in part": "办结{done}件，其中予以公开（含部分公开）{both}件，不予公开{refused}件。",
    "respectively": "不予公开、无法提供、不予处理分别为{refused}件、{unavailable}件、{unprocessed}件。",
    "reasons": "无法提供{unavailable}件（本机关不掌握相关政府信息{not_held}件），其余不予公开{refused}件。",
    "offices": (
        "全县共收到申请{received}件，其中县政府（办公室）收到{office}件，各乡镇9件；"
        "答复{done}件，其中县政府（办公室）答复{office}件。"
    ),
    "an office and what it did": (
        "县自然资源局受理申请46件，其中予以公开20件，不予公开3件；县住建局受理30件，答复29件。"
    ),
    "own level": "县政府办公室本级收到申请21件，答复20件；全县共收到{received}件，答复{done}件。",
    "fields": "申请内容涉及征地拆迁的67件，占54.9%；同一申请人申请35件。",
    "proposals": "办理人大代表建议45件、政协委员提案67件，上年结转3件，办结率100%。收到申请{received}件。",
    "hotline": "12345热线受理工单2345件，办结2300件，结转45件。",
    "complaints": "收到举报投诉3件，办结3件；收到咨询120件，答复118件。",
    "reviews": (
        "因政府信息公开被申请行政复议{reviews}件，其中维持{upheld}件，纠正{corrected}件；被提起行政诉讼{lawsuits}件。"
    ),
    "reviews received": "收到行政复议申请98件，受理97件，审结96件，上年结转5件。",
    "reviews together": "行政复议、行政诉讼共计{cases}件，未经复议直接起诉{direct}件，复议后起诉{after}件。",
    "court levels": "涉及信息公开的诉讼一审99件、二审98件，撤诉97件，败诉0件。",
    "documents": "制发行政规范性文件{issued}件，废止{repealed}件，现行有效{in_force}件；部门规范性文件15件。",
    "documents handled": "清理规范性文件178件，修改规范性文件13件，备案审查规范性文件23件，解读文件6件。",
    "documents by name": "全年制发文件156件，其中规范性文件{issued}件，全部主动公开。",
    "decisions": "办理行政许可{licences}件，作出行政处罚{penalties}件，公示“双公示”信息98765条。",
    "quarters": "第一季度公开行政许可信息320件，第二季度公开400件；每月公开行政处罚10件。",
    "plans": "{next}年，计划制发规范性文件10件，收到申请后5个工作日内登记，力争答复率100%。",
    "numbers of documents": (
        "落实国办公开办函〔2021〕30号、《条例》第二十条第（八）项，电话0596-5812345，邮编363400。"
    ),
    "in words": "收到依申请公开申请{received}件，全部依法依规办理；举办培训两次，三个部门参加。",
    "trainings": "召开推进会3次，培训2期156人次，开展测评4次，整改问题56个。",
    "no table of channels": "申请方式：\n网络申请：{net}件\n信函申请：{post}件\n合计：{received}件",
    "answers by mail": "答复方式：邮寄{net}件，当面领取{post}件。",
    "items": "主动公开政府信息1.2万余条，其中网站公开9876条，微信公众号发布1234条，微博890条。",
    "fees": "行政事业性收费见表二，全年收取信息处理费0元，减免0元。",
}


@pytest.mark.parametrize("name", PASSAGES)
def test_nothing_is_found_in_prose_that_agrees(name):
    years = busy_years()
    for true in (next(years) for _ in range(3)):
        own = evolve(true, agency=AGENCY, signed=dt.date(true.year + 1, 1, 18), published=dt.date(true.year + 1, 1, 20))
        document, _ = printed(own, ROWS)
        begin, end = document.index("（二）依申请公开"), document.index("（三）政府信息管理")
        passage = f"（二）依申请公开情况\n{PASSAGES[name].format_map(words(own))}\n"
        found = check(parse(document[:begin] + passage + document[end:]), select=["GD6"])
        assert [finding.message.zh for finding in found if finding.severity is not Severity.NOTE] == [], passage
