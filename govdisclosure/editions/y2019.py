"""The form for report years 2019 and 2020, on trial.

Source: 国办公开办函〔2019〕60号, 《中华人民共和国政府信息公开工作年度报告格式（试行）》.
"""

from decimal import Decimal
from typing import ClassVar

from attrs import frozen

from govdisclosure.editions.lines import ApplicantCounts, CaseCounts
from govdisclosure.form import Form, blank, printed

EDITION = "2019"
SOURCE = "国办公开办函〔2019〕60号"
ITEM_1 = "第二十条第（一）项"
ITEM_5 = "第二十条第（五）项"
ITEM_6 = "第二十条第（六）项"
ITEM_8 = "第二十条第（八）项"
ITEM_9 = "第二十条第（九）项"


@frozen(field_transformer=blank)
class DocumentCounts2019:
    """A line of item one: documents (件)."""

    newly_made: int | None = printed("本年新制作数量", "本年新", "本年新制作", unit="件")
    newly_disclosed: int | None = printed("本年新公开数量", "本年新", "本年新公开", unit="件")
    total_disclosed: int | None = printed("对外公开总数量", unit="件")


@frozen(field_transformer=blank)
class DecisionCount2019:
    """A line of items five and six: items on the list last year, their change (signed), and decisions (件)."""

    prior_year_items: int | None = printed("上一年项目数量", "上年项目数量", unit="项")
    item_change: int | None = printed("本年增/减", "本年增减", unit="项", signed=True)
    decisions: int | None = printed("处理决定数量", unit="件")


@frozen(field_transformer=blank)
class ChargeItems2019:
    """The line of item eight: items charged for, not money."""

    prior_year_items: int | None = printed("上一年项目数量", "上年项目数量", unit="项")
    item_change: int | None = printed("本年增/减", "本年增减", unit="项", signed=True)


@frozen(field_transformer=blank)
class Procurement2019:
    """The line of item nine: projects, and money whose unit the form does not print."""

    project_count: int | None = printed("采购项目数量", unit="项")
    total_amount: Decimal | None = printed("采购总金额")


@frozen(field_transformer=blank)
class ProactiveDisclosure2019:
    """Table two: what was disclosed on the agency's own initiative. 22 cells. Source: 条例第二十条."""

    FORM: ClassVar = Form(EDITION, "proactive_disclosure", "二", "主动公开政府信息情况", SOURCE, ("信息内容",))

    rules: DocumentCounts2019 = printed("规章", block=ITEM_1)
    normative_documents: DocumentCounts2019 = printed("规范性文件", "行政规范性文件", block=ITEM_1)
    administrative_licensing: DecisionCount2019 = printed("行政许可", block=ITEM_5)
    other_public_services: DecisionCount2019 = printed("其他对外管理服务事项", block=ITEM_5)
    administrative_penalty: DecisionCount2019 = printed("行政处罚", block=ITEM_6)
    administrative_compulsion: DecisionCount2019 = printed("行政强制", block=ITEM_6)
    administrative_charges: ChargeItems2019 = printed("行政事业性收费", block=ITEM_8)
    centralized_procurement: Procurement2019 = printed("政府集中采购", block=ITEM_9)


@frozen(field_transformer=blank)
class Refused2019:
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
class Unavailable2019:
    """（四）无法提供: could not be provided, by reason."""

    not_held: ApplicantCounts = printed("1.本机关不掌握相关政府信息", clause="条例第三十六条")
    requires_creation: ApplicantCounts = printed("2.没有现成信息需要另行制作", clause="条例第三十八条")
    still_unclear: ApplicantCounts = printed("3.补正后申请内容仍不明确", clause="条例第三十条")


@frozen(field_transformer=blank)
class NotProcessed2019:
    """（五）不予处理: not processed, by reason."""

    petition_or_complaint: ApplicantCounts = printed("1.信访举报投诉类申请", clause="条例第三十九条")
    duplicate: ApplicantCounts = printed("2.重复申请", clause="条例第三十六条")
    publication: ApplicantCounts = printed("3.要求提供公开出版物", clause="条例第三十九条")
    excessive: ApplicantCounts = printed("4.无正当理由大量反复申请", clause="条例第三十五条")
    confirm_or_reissue: ApplicantCounts = printed("5.要求行政机关确认或重新出具已获取信息")


@frozen(field_transformer=blank)
class Outcomes2019:
    """三、本年度办理结果: what became of the requests."""

    granted: ApplicantCounts = printed("（一）予以公开", clause="条例第三十六条")
    granted_in_part: ApplicantCounts = printed(
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", clause="条例第三十七条"
    )
    refused: Refused2019 = printed("（三）不予公开")
    unavailable: Unavailable2019 = printed("（四）无法提供")
    not_processed: NotProcessed2019 = printed("（五）不予处理")
    other_handling: ApplicantCounts = printed("（六）其他处理", "（六）其他")
    total: ApplicantCounts = printed("（七）总计", "（七）合计")


@frozen(field_transformer=blank)
class Requests2019:
    """Table three: every request received, and what became of it. 23 lines of 7 cells, in 件. Source: 条例第五十条."""

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
    outcomes: Outcomes2019 = printed("三、本年度办理结果", unit="件")
    carried_out: ApplicantCounts = printed("四、结转下年度继续办理", unit="件")


@frozen(field_transformer=blank)
class Litigation2019:
    """行政诉讼: lawsuits, by whether a reconsideration came first."""

    direct: CaseCounts = printed("未经复议直接起诉", "未经复议", unit="件")
    after_reconsideration: CaseCounts = printed("复议后起诉", "复议后", unit="件")


@frozen(field_transformer=blank)
class ReviewAndLitigation2019:
    """Table four: which answers were contested, and how that ended. 15 cells, in 件. Source: 条例第五十条."""

    FORM: ClassVar = Form(EDITION, "review_and_litigation", "四", "政府信息公开行政复议、行政诉讼情况", SOURCE)

    reconsideration: CaseCounts = printed("行政复议", unit="件")
    litigation: Litigation2019 = printed("行政诉讼", unit="件")


TABLES = (ProactiveDisclosure2019, Requests2019, ReviewAndLitigation2019)
