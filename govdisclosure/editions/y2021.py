"""The form in force for report years from 2021.

Source: 国办公开办函〔2021〕30号, 《中华人民共和国政府信息公开工作年度报告格式》, 2021-09-26.
"""

from decimal import Decimal
from typing import ClassVar

from attrs import frozen

from govdisclosure.editions.lines import ApplicantCounts, CaseCounts
from govdisclosure.form import Form, blank, printed

EDITION = "2021"
SOURCE = "国办公开办函〔2021〕30号"
ITEM_1 = "第二十条第（一）项"
ITEM_5 = "第二十条第（五）项"
ITEM_6 = "第二十条第（六）项"
ITEM_8 = "第二十条第（八）项"


@frozen(field_transformer=blank)
class DocumentCounts2021:
    """A line of item one: documents (件)."""

    issued: int | None = printed("本年制发件数", unit="件")
    repealed: int | None = printed("本年废止件数", unit="件")
    in_force: int | None = printed("现行有效件数", unit="件")


@frozen(field_transformer=blank)
class DecisionCount2021:
    """A line of items five and six: decisions (件), disclosed or lawfully not disclosed."""

    decisions: int | None = printed("本年处理决定数量", unit="件")


@frozen(field_transformer=blank)
class ChargeAmount2021:
    """The line of item eight: money received, in 万元 (10 000 yuan)."""

    amount_wan_yuan: Decimal | None = printed("本年收费金额（单位：万元）", unit="万元")


@frozen(field_transformer=blank)
class ProactiveDisclosure2021:
    """Table two: what was disclosed on the agency's own initiative. 10 cells. Source: 条例第二十条."""

    FORM: ClassVar = Form(EDITION, "proactive_disclosure", "二", "主动公开政府信息情况", SOURCE, ("信息内容",))

    rules: DocumentCounts2021 = printed("规章", block=ITEM_1)
    normative_documents: DocumentCounts2021 = printed("行政规范性文件", "规范性文件", block=ITEM_1)
    administrative_licensing: DecisionCount2021 = printed("行政许可", block=ITEM_5)
    administrative_penalty: DecisionCount2021 = printed("行政处罚", block=ITEM_6)
    administrative_compulsion: DecisionCount2021 = printed("行政强制", block=ITEM_6)
    administrative_charges: ChargeAmount2021 = printed("行政事业性收费", block=ITEM_8)


@frozen(field_transformer=blank)
class Refused2021:
    """（三）不予公开: refused, by reason."""

    state_secret: ApplicantCounts = printed("1.属于国家秘密", clause="条例第十四条")
    prohibited_by_law: ApplicantCounts = printed("2.其他法律行政法规禁止公开", clause="条例第十四条")
    security_or_stability: ApplicantCounts = printed("3.危及“三安全一稳定”", clause="条例第十四条")
    third_party_rights: ApplicantCounts = printed("4.保护第三方合法权益", clause="条例第十五条")
    internal_affairs: ApplicantCounts = printed("5.属于三类内部事务信息", clause="条例第十六条")
    process_information: ApplicantCounts = printed("6.属于四类过程性信息", clause="条例第十六条")
    enforcement_file: ApplicantCounts = printed("7.属于行政执法案卷", clause="条例第十六条")
    administrative_query: ApplicantCounts = printed("8.属于行政查询事项", clause="条例第三十六条")


@frozen(field_transformer=blank)
class Unavailable2021:
    """（四）无法提供: could not be provided, by reason."""

    not_held: ApplicantCounts = printed("1.本机关不掌握相关政府信息", clause="条例第三十六条")
    requires_creation: ApplicantCounts = printed("2.没有现成信息需要另行制作", clause="条例第三十八条")
    still_unclear: ApplicantCounts = printed("3.补正后申请内容仍不明确", clause="条例第三十条")


@frozen(field_transformer=blank)
class NotProcessed2021:
    """（五）不予处理: not processed, by reason."""

    petition_or_complaint: ApplicantCounts = printed("1.信访举报投诉类申请", clause="条例第三十九条")
    duplicate: ApplicantCounts = printed("2.重复申请", clause="条例第三十六条")
    publication: ApplicantCounts = printed("3.要求提供公开出版物", clause="条例第三十九条")
    excessive: ApplicantCounts = printed("4.无正当理由大量反复申请", clause="条例第三十五条")
    confirm_or_reissue: ApplicantCounts = printed("5.要求行政机关确认或重新出具已获取信息")


@frozen(field_transformer=blank)
class Other2021:
    """（六）其他处理: handled otherwise, by reason."""

    not_corrected_in_time: ApplicantCounts = printed(
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "1.申请人无正当理由逾期不补正",
        clause="条例第三十条",
    )
    fee_unpaid: ApplicantCounts = printed(
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        "2.申请人逾期未按收费通知要求缴纳费用",
        clause="国办函〔2020〕109号",
    )
    residual: ApplicantCounts = printed("3.其他")


@frozen(field_transformer=blank)
class Outcomes2021:
    """三、本年度办理结果: what became of the requests."""

    granted: ApplicantCounts = printed("（一）予以公开", clause="条例第三十六条")
    granted_in_part: ApplicantCounts = printed(
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", clause="条例第三十七条"
    )
    refused: Refused2021 = printed("（三）不予公开")
    unavailable: Unavailable2021 = printed("（四）无法提供")
    not_processed: NotProcessed2021 = printed("（五）不予处理")
    other: Other2021 = printed("（六）其他处理", "（六）其他")
    total: ApplicantCounts = printed("（七）总计", "（七）合计")


@frozen(field_transformer=blank)
class Requests2021:
    """Table three: every request received, and what became of it. 25 lines of 7 cells, in 件. Source: 条例第五十条."""

    FORM: ClassVar = Form(
        EDITION,
        "requests",
        "三",
        "收到和处理政府信息公开申请情况",
        SOURCE,
        (
            "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
            "申请人情况",
            "法人或其他组织",
        ),
    )

    received: ApplicantCounts = printed("一、本年新收政府信息公开申请数量", unit="件")
    carried_in: ApplicantCounts = printed("二、上年结转政府信息公开申请数量", unit="件")
    outcomes: Outcomes2021 = printed("三、本年度办理结果", unit="件")
    carried_out: ApplicantCounts = printed("四、结转下年度继续办理", unit="件")


@frozen(field_transformer=blank)
class Litigation2021:
    """行政诉讼: lawsuits, by whether a reconsideration came first."""

    direct: CaseCounts = printed("未经复议直接起诉", "未经复议", unit="件")
    after_reconsideration: CaseCounts = printed("复议后起诉", "复议后", unit="件")


@frozen(field_transformer=blank)
class ReviewAndLitigation2021:
    """Table four: which answers were contested, and how that ended. 15 cells, in 件. Source: 条例第五十条."""

    FORM: ClassVar = Form(EDITION, "review_and_litigation", "四", "政府信息公开行政复议、行政诉讼情况", SOURCE)

    reconsideration: CaseCounts = printed("行政复议", unit="件")
    litigation: Litigation2021 = printed("行政诉讼", unit="件")


TABLES = (ProactiveDisclosure2021, Requests2021, ReviewAndLitigation2021)
