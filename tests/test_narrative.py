"""Figures of the prose: what is counted, how many, how exactly, and where it stands."""

from decimal import Decimal

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from govdisclosure.fact import Measure, Precision
from govdisclosure.grid import Line
from govdisclosure.narrative import SUBJECTS, read_facts
from govdisclosure.source import DecodedBy, Decoding, Media, Source, Span

TITLE = "甲县人民政府2022年政府信息公开工作年度报告"
ON_REQUESTS = f"{TITLE}\n\n（二）依申请公开情况\n\n"
RECEIVED = "requests.received"
ANSWERED = "requests.outcomes.total"
OUTCOMES = "requests.outcomes"
CASES = "review_and_litigation"
RECONSIDERATION = f"{CASES}.reconsideration"
LITIGATION = f"{CASES}.litigation"
DOCUMENTS = "proactive_disclosure.normative_documents"


def lines_of(text):
    start, lines = 0, []
    for line in text.split("\n"):
        lines.append(Line(line, Span(start, start + len(line))))
        start += len(line) + 1
    return lines


def source_of(text):
    return Source(text, Media.TEXT, Decoding(None, None, DecodedBy.CALLER))


def facts_in(text):
    return read_facts(lines_of(text), source_of(text))


def counts_in(text, before=ON_REQUESTS):
    return [(fact.subject, fact.value) for fact in facts_in(before + text)]


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("3件", 3),
        ("3,259件", 3259),
        ("3，259件", 3259),
        ("１２件", 12),
        ("1 136 件", 1136),
        ("11 398 889件", 11398889),
        ("二十六件", 26),
        ("一百零三件", 103),
        ("两件", 2),
        ("1.2万件", 12000),
        ("共计45件", 45),
        ("总数为45件", 45),
        ("数量为零", 0),
    ],
)
def test_a_number_is_read_as_printed(printed, value):
    assert counts_in(f"全年收到政府信息公开申请{printed}。") == [(RECEIVED, value)]


@pytest.mark.parametrize(
    ("printed", "precision"),
    [
        ("20件", Precision.EXACT),
        ("约20件", Precision.ABOUT),
        ("近20件", Precision.ABOUT),
        ("20件左右", Precision.ABOUT),
        ("20余件", Precision.MORE_THAN),
        ("20多件", Precision.MORE_THAN),
        ("超过20件", Precision.MORE_THAN),
        ("二十余件", Precision.MORE_THAN),
        ("20件以上", Precision.MORE_THAN),
    ],
)
def test_how_exactly_a_number_is_given(printed, precision):
    (fact,) = facts_in(f"全年收到政府信息公开申请{printed}。")
    assert (fact.subject, fact.value, fact.precision) == (RECEIVED, 20, precision)


@pytest.mark.parametrize(
    "sentence",
    [
        "全年共受理政府信息公开申请3件。",
        "收到依申请公开3件。",
        "依申请公开共受理3件。",
        "共收到3件政府信息公开申请。",
        "共接收公民、法人和其他组织提出的政府信息公开申请3件。",
        "新收政府信息公开申请3件。",
        "收到申请公开政府信息3件。",
        "共收到政府信息依申请公开3件。",
        "政府信息公开申请总量为3件。",
        "全年共受理3件。",
        "收到政府信息公开申请总数：3件；",
        "1.收到情况。全年收到申请3件。",
        "共收到各类申请3件，均已答复。",
        "全年共收到和办理依申请公开3件。",
        "本年度受理依申请政府信息公开事项3件。",
        "收到申请公开3件。",
        "接收到申请书3份。",
        "2022年，我局2022年度共受理政府信息公开申请3件。",
        "东山县收到政府信息依申请公开3件。",
        "三、依申请公开政府信息情况 我局共受理政府信息公开申请3件。",
    ],
)
def test_wordings_of_requests_received(sentence):
    assert counts_in(sentence) == [(RECEIVED, 3)]


@pytest.mark.parametrize(
    ("sentence", "subjects"),
    [
        ("我镇未收到政府信息公开申请。", [RECEIVED]),
        ("全年没有收到要求公开政府信息的申请。", [RECEIVED]),
        ("目前未收到依申请公开请求。", [RECEIVED]),
        ("无依申请公开情况。", [RECEIVED]),
        ("全年零申请。", [RECEIVED]),
        ("未收到申请人提出的依申请公开申请。", [RECEIVED]),
        ("未发生因政府信息公开引发的行政复议和行政诉讼案件。", [RECONSIDERATION, LITIGATION]),
        ("无行政复议、行政诉讼。", [RECONSIDERATION, LITIGATION]),
        ("依申请公开、行政复议、行政诉讼均为0件。", [RECEIVED, RECONSIDERATION, LITIGATION]),
        ("无下年度结转。", ["requests.carried_out"]),
        ("未收到公民、法人或者其他组织的政府信息公开申请。", [RECEIVED]),
        ("无政府信息公开申请、无行政复议、无行政诉讼。", [RECEIVED, RECONSIDERATION, LITIGATION]),
        ("本年度未制发规范性文件。", [f"{DOCUMENTS}.issued"]),
        ("全年未收取信息处理费。", ["processing_fee"]),
        ("我局未收取政府信息公开费用。", ["processing_fee"]),
        ("未收到公众关于政府信息公开的申请。", [RECEIVED]),
        ("全年未收到依申请公开来信。", [RECEIVED]),
        ("未收到申请公开政府信息要求。", [RECEIVED]),
        ("无依申请公开政府信息办理事项。", [RECEIVED]),
        ("本年度未收到和处理政府信息公开申请事件。", [RECEIVED]),
        ("未发生由政府信息公开引发的举报、投诉、行政复议和行政诉讼等。", [RECONSIDERATION, LITIGATION]),
        ("未发生政府信息公开行政复议、诉讼问题。", [RECONSIDERATION, LITIGATION]),
        ("未因政府信息公开工作收到被申请行政复议、提起诉讼的情况。", [RECONSIDERATION, LITIGATION]),
        ("未发生因政府信息公开申请行政复议，提起行政诉讼的情况。", [RECONSIDERATION, LITIGATION]),
        ("未发生涉及县林业局信息公开行政复议案件。", [RECONSIDERATION]),
        ("未印发行政规范性文件。", [f"{DOCUMENTS}.issued"]),
        ("未发生因政府信息公开纠纷问题而引起的行政复议和行政诉讼事件。", [RECONSIDERATION, LITIGATION]),
        ("未收到任何单位、组织和个人要求有关公开政府信息的申请。", [RECEIVED]),
        ("未收到公民或者法人依申请公开申请。", [RECEIVED]),
        ("未发生举报、投诉。", []),
        ("我单位未产生信息处理费。", ["processing_fee"]),
    ],
)
def test_words_for_none_are_zeros(sentence, subjects):
    assert counts_in(sentence) == [(subject, 0) for subject in subjects]


def test_parts_by_channel_know_their_total():
    facts = facts_in("今年共受理信息公开申请3件，其中当面申请1件，邮寄申请1件，电子邮件申请1件。")
    assert [(fact.subject, fact.value, fact.part_of) for fact in facts] == [
        (RECEIVED, 3, ""),
        ("requests_by_channel.in_person", 1, RECEIVED),
        ("requests_by_channel.letter", 1, RECEIVED),
        ("requests_by_channel.email", 1, RECEIVED),
    ]


def test_outcomes_shares_and_what_was_carried():
    text = (
        "受理政府信息公开申请859件；答复805件（含上年度结转申请18件，另有72件顺延到下年度答复）。"
        "予以公开及部分公开258件，占33.9%；不予公开35件，占4.34%；因本机关不掌握等原因无法提供265件，占32.9%；"
        "不予处理158件，占19.6%；其他处理0件。"
    )
    both = f"{OUTCOMES}.granted+{OUTCOMES}.granted_in_part"
    assert [(fact.subject, fact.value, fact.measure, fact.part_of) for fact in facts_in(ON_REQUESTS + text)] == [
        (RECEIVED, 859, Measure.COUNT, ""),
        (ANSWERED, 805, Measure.COUNT, ""),
        ("requests.carried_in", 18, Measure.COUNT, ANSWERED),
        ("requests.carried_out", 72, Measure.COUNT, ANSWERED),
        (both, 258, Measure.COUNT, ANSWERED),
        (both, Decimal("33.9"), Measure.SHARE, ANSWERED),
        (f"{OUTCOMES}.refused", 35, Measure.COUNT, ANSWERED),
        (f"{OUTCOMES}.refused", Decimal("4.34"), Measure.SHARE, ANSWERED),
        (f"{OUTCOMES}.unavailable", 265, Measure.COUNT, ANSWERED),
        (f"{OUTCOMES}.unavailable", Decimal("32.9"), Measure.SHARE, ANSWERED),
        (f"{OUTCOMES}.not_processed", 158, Measure.COUNT, ANSWERED),
        (f"{OUTCOMES}.not_processed", Decimal("19.6"), Measure.SHARE, ANSWERED),
        (f"{OUTCOMES}.other", 0, Measure.COUNT, ANSWERED),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "上年结转36件，办理结果为：予以公开12件，部分公开3件，结转下年度继续办理5件。",
            [
                ("requests.carried_in", 36),
                (f"{OUTCOMES}.granted", 12),
                (f"{OUTCOMES}.granted_in_part", 3),
                ("requests.carried_out", 5),
            ],
        ),
        ("2021年结转申请2件，结转2023年度继续办理1件。", [("requests.carried_in", 2), ("requests.carried_out", 1)]),
        ("其中1件予以公开，1件部分公开。", [(f"{OUTCOMES}.granted", 1), (f"{OUTCOMES}.granted_in_part", 1)]),
        (
            "不予公开、无法提供、不予处理分别为3件、5件、2件。",
            [(f"{OUTCOMES}.refused", 3), (f"{OUTCOMES}.unavailable", 5), (f"{OUTCOMES}.not_processed", 2)],
        ),
        ("涉及国家秘密1件。", [(f"{OUTCOMES}.refused.state_secret", 1)]),
        (
            "自然人申请10件，法人或其他组织申请2件。",
            [(f"{RECEIVED}.natural_person", 10), (f"{RECEIVED}.organizations", 2)],
        ),
        ("办理政府信息公开申请49件（含上年结转6件）。", [("requests", 49), ("requests.carried_in", 6)]),
        ("共完成政府信息依申请公开答复14件。", [(ANSWERED, 14)]),
        (
            "被申请行政复议7件，其中维持5件，纠正1件，尚未审结1件。",
            [
                (RECONSIDERATION, 7),
                (f"{RECONSIDERATION}.upheld", 5),
                (f"{RECONSIDERATION}.corrected", 1),
                (f"{RECONSIDERATION}.pending", 1),
            ],
        ),
        ("有1件涉及政府信息公开工作的行政复议。", [(RECONSIDERATION, 1)]),
        ("行政复议、行政诉讼共计74件。", [(f"{RECONSIDERATION}+{LITIGATION}", 74)]),
        ("行政复议、行政诉讼各1件。", [(RECONSIDERATION, 1), (LITIGATION, 1)]),
        (
            "行政诉讼2件，其中未经复议直接起诉1件，复议后起诉1件。",
            [(LITIGATION, 2), (f"{LITIGATION}.direct", 1), (f"{LITIGATION}.after_reconsideration", 1)],
        ),
        (
            "制发行政规范性文件6件，废止6件，现行有效49件。",
            [(f"{DOCUMENTS}.issued", 6), (f"{DOCUMENTS}.repealed", 6), (f"{DOCUMENTS}.in_force", 49)],
        ),
        (
            "主动公开规章13件，行政规范性文件60件。",
            [("proactive_disclosure.rules.newly_disclosed", 13), (f"{DOCUMENTS}.newly_disclosed", 60)],
        ),
        (
            "作出行政处罚决定34件，收取行政事业性收费316.4万元。",
            [
                ("proactive_disclosure.administrative_penalty.decisions", 34),
                ("proactive_disclosure.administrative_charges.amount_wan_yuan", Decimal("316.4")),
            ],
        ),
        (
            "共主动公开政府信息1136条，其中通过政府网站公开786条，微信公众号发布350条。",
            [("disclosed_items", 1136), ("disclosed_items.website", 786), ("disclosed_items.wechat", 350)],
        ),
        ("东山县气象局通过东山县气象局门户网站主动公开政府信息233条。", [("disclosed_items.website", 233)]),
        ("东山镇2022年度累计主动公开政府信息21条。", [("disclosed_items", 21)]),
        ("东山县政府研究室主动公开信息16条。", [("disclosed_items", 16)]),
        ("东埔街道办事处在县政府信息公开系统上主动公开政府信息47条。", [("disclosed_items", 47)]),
        ("我镇通过不同渠道和方式主动公开政务信息共217条。", [("disclosed_items", 217)]),
        ("我镇信息主动公开292条。", [("disclosed_items", 292)]),
        ("“平安东山”微博、微信公众号关注量达269万，全年发布信息1.3万条。", []),
        ("县林业局微信公众账号（1个）发布信息149条。", []),
        ("通过网站、公众号等渠道，全年主动公开政府信息96条。", [("disclosed_items", 96)]),
        (
            "收到政府信息公开申请7件，其中予以公开2件，已通过网站对外公开1件。",
            [(RECEIVED, 7), (f"{OUTCOMES}.granted", 2)],
        ),
        ("我乡本年度新增主动公开政府信息727条。", [("disclosed_items", 727)]),
        ("通过市委、市政府门户网站主动公开信息20条。", [("disclosed_items.website", 20)]),
        ("网站全年主动公开235条信息。", [("disclosed_items.website", 235)]),
        (
            "在省政府网站、《省政府公报》主动公开省政府规章13件，主动公开省政府和省政府办公厅行政规范性文件42件。",
            [("proactive_disclosure.rules.newly_disclosed", 13), (f"{DOCUMENTS}.newly_disclosed", 42)],
        ),
        (
            "通过公报等渠道主动公开本年度制发的省政府规章5件、行政规範性檔案6件。",
            [("proactive_disclosure.rules.newly_disclosed", 5), (f"{DOCUMENTS}.newly_disclosed", 6)],
        ),
        (
            "新发布的行政规范性文件4件，确定继续有效的行政规范性文件33件。",
            [(f"{DOCUMENTS}.newly_disclosed", 4), (f"{DOCUMENTS}.in_force", 33)],
        ),
        ("县气象局通过“东山气象”微信公众号发布信息464条。", [("disclosed_items.wechat", 464)]),
        ("在微信公众号（东山发布）上公开信息120条。", [("disclosed_items.wechat", 120)]),
        (
            "在县林业局官网（http://lyj.example.gov.cn/）发布各类政务信息总计1270条。",
            [("disclosed_items.website", 1270)],
        ),
        ("通过政府网站《部门动态》《公示公告》栏目主动公开各类信息95条。", [("disclosed_items.website", 95)]),
        ("共发布微博104条。", [("disclosed_items.weibo", 104)]),
        ("通过县政府网站、县融媒体中心等平台主动公开政府信息6391条。", [("disclosed_items", 6391)]),
        ("清理并公开现行有效的行政规范性文件102件。", [(f"{DOCUMENTS}.in_force", 102)]),
        ("共办理回复依申请公开件6件（含上年结转3件）。", [("requests", 6), ("requests.carried_in", 3)]),
        ("已办结件中属于同意公开答复9件。", [(f"{OUTCOMES}.granted", 9)]),
        (
            "收到政府信息依申请公开9件，上年转结1件，其中網絡申请数5件。",
            [(RECEIVED, 9), ("requests.carried_in", 1), ("requests_by_channel.online", 5)],
        ),
        ("省政府政府信息公开专栏共主动发布政府信息473条。", [("disclosed_items", 473)]),
        ("在市政府信息公开平台共公开信息计239条。", [("disclosed_items", 239)]),
        ("通过政府门户网站信息公开平台共发布政府信息796条。", [("disclosed_items.website", 796)]),
        ("主动公开市政府及市府办行政规范性文件23个。", [(f"{DOCUMENTS}.newly_disclosed", 23)]),
        ("本办不掌握相关政府信息2件。", [(f"{OUTCOMES}.unavailable.not_held", 2)]),
        ("我办受理依申请信息56条。", [(RECEIVED, 56)]),
        (
            "通过县政府网站公开信息40条，规划计划1条，微信公众号发布各类信息20条。",
            [("disclosed_items.website", 40), ("disclosed_items.wechat", 20)],
        ),
        ("微信公众号“美丽东山”推送各类信息1095条。", [("disclosed_items.wechat", 1095)]),
        ("通过政府信息公开目录系统主动公开政府信息96条。", [("disclosed_items", 96)]),
        ("本机关不掌握政府信息答复4条。", [(f"{OUTCOMES}.unavailable.not_held", 4)]),
        ("办理85件，下年度继续办理81件。", [("requests", 85), ("requests.carried_out", 81)]),
        ("当年办结91件。", [(ANSWERED, 91)]),
        ("通过“东山县住房和城乡建设局”官方网站共发布信息239条。", [("disclosed_items.website", 239)]),
        ("在县政府官网公示的信息共计227条。", [("disclosed_items.website", 227)]),
        (
            "申请10件，20%属行政审批类信息，“同意公开”的7件。",
            [(RECEIVED, 10), (f"{OUTCOMES}.granted", 7)],
        ),
        (
            "收到政府信息公开申请58件，其中8件予以公开，12件为咨询，5件不予公开，19件结转至下年度继续办理。",
            [
                (RECEIVED, 58),
                (f"{OUTCOMES}.granted", 8),
                (f"{OUTCOMES}.refused", 5),
                ("requests.carried_out", 19),
            ],
        ),
        ("剩余2件结转下年度继续办理。", [("requests.carried_out", 2)]),
        ("办理2021年结转件4件。", [("requests.carried_in", 4)]),
        ("通过委官方网站提交申请表的862件。", [("requests_by_channel.online", 862)]),
        ("申请人为自然人的2件。", [(f"{RECEIVED}.natural_person", 2)]),
        ("依申请同意公开14件。", [(f"{OUTCOMES}.granted", 14)]),
        ("收取信息处理费共计380元。", [("processing_fee", 380)]),
        ("收到申请3件，上年结转1件，其中自然人3件。", [(RECEIVED, 3), ("requests.carried_in", 1)]),
        ("结转下年度继续办理7件，其中自然人6件、网上申请5件。", [("requests.carried_out", 7)]),
        (
            "制发规范性文件6件，部门规范性文件15件。",
            [(f"{DOCUMENTS}.issued", 6)],
        ),
        ("收到申请3件，有效受理2件。", [(RECEIVED, 3), ("requests_accepted", 2)]),
        ("收到申请3件，受理2件。", [(RECEIVED, 3), ("requests_accepted", 2)]),
        ("收到行政复议申请8件，收到政府信息公开申请3件，办结2件。", [(RECEIVED, 3), (ANSWERED, 2)]),
        ("无法提供28件（本机关不掌握26件）。", [(f"{OUTCOMES}.unavailable", 28)]),
        (
            "无法提供28件，其中本机关不掌握相关政府信息26件、重复申请2件。",
            [
                (f"{OUTCOMES}.unavailable", 28),
                (f"{OUTCOMES}.unavailable.not_held", 26),
                (f"{OUTCOMES}.not_processed.duplicate", 2),
            ],
        ),
        ("截至2022年底，累计现行有效行政规范性文件49件。", [(f"{DOCUMENTS}.in_force", 49)]),
        ("举办政府信息公开业务培训3次，参训人员120人次。", [("trainings", 3), ("trainees", 120)]),
    ],
)
def test_what_is_counted(sentence, expected):
    assert counts_in(sentence) == expected


def test_the_context_is_the_clause():
    text = "收到政府信息公开申请总数：3件；办结2件，无结转下年度申请。"
    contexts = ["收到政府信息公开申请总数：3件", "办结2件", "无结转下年度申请"]
    assert [fact.context for fact in facts_in(ON_REQUESTS + text)] == contexts


def test_a_result_of_all_cases_is_the_result_of_each():
    text = "因政府信息公开被申请行政复议7件，诉讼9件，均获维持。"
    facts = facts_in(ON_REQUESTS + text)
    assert [(fact.subject, fact.value, fact.raw) for fact in facts] == [
        (RECONSIDERATION, 7, "7件"),
        (LITIGATION, 9, "9件"),
        (f"{RECONSIDERATION}.upheld", 7, "7件，诉讼9件，均获维持"),
        (f"{LITIGATION}.upheld", 9, "9件，均获维持"),
    ]


@pytest.mark.parametrize(
    ("sentence", "measure", "value"),
    [
        ("同比增长12.5%。", Measure.GROWTH, Decimal("12.5")),
        ("同比上年增长12.5%。", Measure.GROWTH, Decimal("12.5")),
        ("比上年下降25%。", Measure.GROWTH, -25),
        ("较去年减少5件。", Measure.CHANGE, -5),
        ("较 2021 年增加 2 件。", Measure.CHANGE, 2),
    ],
)
def test_a_change_is_that_of_the_figure_before_it(sentence, measure, value):
    received, changed = facts_in(f"{ON_REQUESTS}收到政府信息公开申请45件，{sentence}")
    assert (received.value, changed.subject, changed.measure, changed.value) == (45, RECEIVED, measure, value)


def test_a_part_of_a_part_and_a_part_of_the_whole_in_brackets():
    text = "收到申请10件（含上年结转1件），其中网上申请7件，其中电子邮件申请5件，信函申请3件。"
    assert [(fact.subject, fact.part_of) for fact in facts_in(ON_REQUESTS + text)] == [
        (RECEIVED, ""),
        ("requests.carried_in", RECEIVED),
        ("requests_by_channel.online", RECEIVED),
        ("requests_by_channel.email", "requests_by_channel.online"),
        ("requests_by_channel.letter", RECEIVED),
    ]


def test_a_sentence_that_names_parts_goes_on_with_the_sentence_before():
    text = "全县主动公开政府信息51条。其中，门户网站发布29条。全年公开信息22条。"
    assert [(fact.subject, fact.value, fact.scope, fact.part_of) for fact in facts_in(text)] == [
        ("disclosed_items", 51, "全县", ""),
        ("disclosed_items.website", 29, "全县", "disclosed_items"),
        ("disclosed_items", 22, "", ""),
    ]


def test_the_figure_of_one_office_in_a_total_is_part_of_it():
    text = "全县各级行政机关收到政府信息公开申请713件，其中县政府受理119件。"
    assert [(fact.value, fact.scope, fact.part_of) for fact in facts_in(text)] == [
        (713, "全县各级行政机关", ""),
        (119, "县政府", RECEIVED),
    ]


def test_shares_in_a_list_belong_to_the_parts_in_their_order():
    text = "办结12件，其中同意公开8件、部分公开1件、不予公开3件，分别占66.7%、8.3%、25%。"
    shares = [fact for fact in facts_in(ON_REQUESTS + text) if fact.measure is Measure.SHARE]
    assert [(fact.subject, fact.value) for fact in shares] == [
        (f"{OUTCOMES}.granted", Decimal("66.7")),
        (f"{OUTCOMES}.granted_in_part", Decimal("8.3")),
        (f"{OUTCOMES}.refused", 25),
    ]


def test_a_share_of_a_figure_that_is_not_understood_is_nobodys():
    assert counts_in("予以公开9件，占66.48%；撤回67，占4.61%。") == [
        (f"{OUTCOMES}.granted", 9),
        (f"{OUTCOMES}.granted", Decimal("66.48")),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("县自然资源局受理申请46件，其中予以公开20件。", [(46, "县自然资源局"), (20, "县自然资源局")]),
        ("我局本级收到申请21件，答复20件；全县收到122件。", [(21, "本级"), (20, "本级"), (122, "全县")]),
        # what is said of a part does not hold behind the semicolon
        (
            "全县收到申请122件，其中县政府（办公室）受理22件，各乡镇受理20件；答复126件。",
            [(122, "全县"), (22, "县政府(办公室)"), (20, "各乡镇"), (126, "全县")],
        ),
        # nor what is said in brackets behind them
        (
            "收到申请133件（2021年结转11件，县本级受理22件），答复126件。",
            [(133, ""), (11, ""), (22, "县本级"), (126, "")],
        ),
        ("县教育局（以下简称我局）收到申请3件。", [(3, "县教育局(以下简称我局)")]),
    ],
)
def test_a_scope_holds_for_the_figures_that_follow(sentence, expected):
    assert [(fact.value, fact.scope) for fact in facts_in(ON_REQUESTS + sentence)] == expected


def test_a_rise_of_a_rate_is_no_change_of_the_count():
    assert counts_in("予以公开50件，占39.7%，比上年提高3.2个百分点。") == [
        (f"{OUTCOMES}.granted", 50),
        (f"{OUTCOMES}.granted", Decimal("39.7")),
    ]


@pytest.mark.parametrize("text", ["未收取信息处理费。", "收取信息处理费0元。"])
def test_a_fee_is_an_amount(text):
    assert [(fact.subject, fact.value, fact.measure) for fact in facts_in(text)] == [
        ("processing_fee", 0, Measure.AMOUNT)
    ]


def test_the_report_year_may_be_known_from_elsewhere():
    text = "公开了2021年度信息公开工作报告。2022年收到政府信息公开申请3件。"
    found = [[fact.value for fact in read_facts(lines_of(text), source_of(text), year)] for year in (2022, None)]
    assert found == [[3], []]


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("全县共收到政府信息公开申请3件。", "全县"),
        ("我局收到政府信息公开申请3件。", "我局"),
        ("县财政局收到政府信息公开申请3件。", "县财政局"),
        ("共受理县政府和县政府办信息公开申请3件。", "县政府和县政府办"),
        ("收到政府信息公开申请3件。", ""),
    ],
)
def test_whose_figure_it_is(sentence, scope):
    (fact,) = facts_in(sentence)
    assert (fact.value, fact.scope) == (3, scope)


@pytest.mark.parametrize(
    "sentence",
    [
        "根据《关于印发2020年政务公开工作要点的通知》（国办发〔2020〕17号）第二十条第（十）项，坚持“三安全一稳定”审查。",
        "联系电话：0596-5833790，邮编363400。",
        "梳理26个领域基层政务公开标准目录，公开事项1200项。",
        "办理人大代表建议12件、政协提案23件，答复35件。",
        "12345热线受理群众诉求3259件，办结3250件，办结率99.7%。",
        "县长信箱收到群众来信320件，答复315件。",
        "接听咨询电话120个，接待来访35人次。",
        "全年办理行政复议案件120件，审结115件，行政应诉案件30件。",
        "作为复议机关，受理政府信息公开行政复议案件12件。",
        "公开规章制度2条、规范性文件类信息2条。",
        "去年同期收到政府信息公开申请10件。",
        "2021年收到政府信息公开申请10件。",
        "上半年收到政府信息公开申请8件，下半年收到7件。",
        "自《条例》实施以来，累计受理申请230件。",
        "2023年计划收到政府信息公开申请30件。",
        "收到政府信息公开申请2、3件。",
        "收到政府信息公开申请2-3件。",
        "收到政府信息公开申请1.5件。",
        "按内容分，涉及征地拆迁的12件，城建规划类8件。",
        "对不予公开的3件申请进行了复核。",
        "答复率100%，按时办结率100%。",
        "按时办结15件，延期办结2件。",
        "修改规章4件，制定规章5件。",
        "政务服务方面，受理申请300件，办结298件。",
        "12月，收到申请3件。",
        "围绕民生领域，主动公开政府信息80条。",
        "微博微信公开信息2148条。",
        "微信公众号和抖音号发布信息83条。",
        "办理热线工单20件，办理上年结转件3件。",
        "我局到2021年底累计主动公开政府信息401条。",
        "新增公开栏目12个，新增依法公开事项30条。",
        "发布微信专题117期，气象公报发稿69篇。",
        "县政府和乡镇受理许可申请3件。",
        "收到行政复议申请8件，受理8件，办结7件。",
        "结转：自然人10件，商业企业1件。",
        "答复方式：邮寄20件，当面5件。",
        "新发生行政复议5件、上年结转3件。",
        "收到举报投诉3件，办结3件。",
        "办理热线工单20件，上年结转3件。",
        "截至2022年底，网站累计公开政府信息45678条。",
        "截至2022年12月31日，累计收到政府信息公开申请1345件。",
        "予以公开（含部分公开）50件。",
    ],
)
def test_what_is_no_figure_of_a_known_subject(sentence):
    assert counts_in(sentence) == []


def test_reviews_without_a_word_on_this_work_are_the_agencys_own():
    assert counts_in("全县共收到行政复议申请15件，行政诉讼3件。", before=f"{TITLE}\n\n一、法治建设\n\n") == []


def test_a_broken_line_is_one_sentence_and_the_span_keeps_the_break():
    text = "同意公开答复 9 件，部分公开答复 0 件，不予公开答复 2\n件，无法提供的 10 件，转下一\n年度办理答复的有 1 件。"
    assert [(fact.subject, fact.raw) for fact in facts_in(ON_REQUESTS + text)] == [
        (f"{OUTCOMES}.granted", "9 件"),
        (f"{OUTCOMES}.granted_in_part", "0 件"),
        (f"{OUTCOMES}.refused", "2\n件"),
        (f"{OUTCOMES}.unavailable", "10 件"),
        ("requests.carried_out", "1 件"),
    ]


def test_a_number_broken_over_two_lines_is_one_number():
    (fact,) = facts_in("2022年全县各级行政机关共收到政府信息公开申请11\n36件。")
    assert (fact.value, fact.raw) == (1136, "11\n36件")


def test_page_numbers_and_rows_of_tables_do_not_join_sentences():
    text = (
        "2022年全县共收到政府信息公开申请总计\n- 3 -\n21件，均已答复。\n| 规章 | 3 |\n"
        "一、本年新收政府信息公开申请数量 21 0 0 21\n（一）予以公开  0\n"
    )
    assert [(fact.subject, fact.value) for fact in facts_in(text)] == [(RECEIVED, 21)]


def test_traditional_characters_with_their_sounds():
    text = "2021年，乙鎮(zhèn)未收到政府信息公開申請，累計(jì)共主動公開信息200余條。"
    assert [(fact.subject, fact.value, fact.raw) for fact in facts_in(text)] == [
        (RECEIVED, 0, "未收到政府信息公開申請"),
        ("disclosed_items", 200, "200余條"),
    ]


def test_a_heading_does_not_run_into_its_paragraph():
    assert counts_in("（二）依申请公开方面\n受理申请3件。", before="") == [(RECEIVED, 3)]


#: What prose says in front of figures, whole and with a character lost, put in its place, or behind it.
SAID = """
    收到政府信息公开申请 上年结转 办结 予以公开 部分公开 不予公开 其他处理 结转下年度继续办理
    因信息公开被申请行政复议 被提起行政诉讼 维持 通过政府网站主动公开政府信息 官方微博发布信息
    制发规章 废止行政规范性文件 自然人提出申请 当面申请 组织培训 信息处理费 危及国家安全
    本机关不掌握相关政府信息 行政许可处理决定 县林业局微信公众号推送信息 复议后起诉
"""
PHRASES = st.sampled_from(SAID.split())
TORN = st.builds(
    lambda one, other, start, end: one[:start] + other + one[end:],
    PHRASES,
    st.just("") | PHRASES | st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF),
    st.integers(0, 12),
    st.integers(0, 12),
)


@settings(max_examples=200, deadline=None)
@given(PHRASES | TORN)
def test_what_is_seen_of_a_phrase_before_a_wording_is_compiled_changes_nothing(phrase):
    for subject in SUBJECTS:
        fitting = [wording for wording in subject.wordings if regex.fullmatch(wording, phrase)]
        assert (subject.name, subject.is_worded(phrase)) == (subject.name, bool(fitting))
        is_thing = subject.noun != "" and regex.fullmatch(subject.noun, phrase) is not None
        assert (subject.name, subject.is_thing(phrase)) == (subject.name, is_thing)


def test_every_subject_is_named_once_a_dimension_and_wording():
    assert len({(subject.name, subject.wordings) for subject in SUBJECTS}) == len(SUBJECTS)


WORDS = st.sampled_from(
    (
        *(
            "其中",
            "收到",
            "申请",
            "政府信息公开",
            "予以公开",
            "不予公开",
            "行政复议",
            "未",
            "无",
            "比上年增加",
            "分别为",
        ),
        *("均", "共", "占", "3件", "12.5%", "1,234", "2022年", "余", "万", "，", "。", "、", "（", "）", "\n", " "),
    )
)


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=40).map("".join) | st.text(max_size=200))
def test_any_text_gives_facts_that_quote_their_source(text):
    source = source_of(text)
    for fact in facts_in(text):
        assert source.at(fact.span) == fact.raw


@pytest.mark.parametrize("size", [20_000])
@pytest.mark.parametrize(
    "piece",
    [
        "其中",
        "3件",
        "收到申请3件，",
        "占5%，",
        "1,",
        "（",
        "自然人1件、",
        "一",
        "县政府和",
        "未收到",
        "1 ",
        "公开申请、",
        "全县各",
        "3\n",
    ],
)
def test_long_hostile_text_is_read_to_its_end(piece, size):
    source = source_of(piece * size)
    assert all(source.at(fact.span) == fact.raw for fact in facts_in(piece * size))
