"""Lines that the notices have in common: the seven columns of table three, the five of table four."""

from attrs import frozen

from govdisclosure.form import blank, printed


@frozen(field_transformer=blank)
class ApplicantCounts:
    """A line of table three: requests (件) by kind of applicant. None: the source states no number."""

    natural_person: int | None = printed("自然人")
    business_enterprise: int | None = printed("商业企业")
    research_institution: int | None = printed("科研机构")
    public_interest_organization: int | None = printed("社会公益组织", "社会公益")
    legal_service_organization: int | None = printed("法律服务机构")
    other_organization: int | None = printed("其他")
    total: int | None = printed("总计", "合计")


@frozen(field_transformer=blank)
class CaseCounts:
    """A group of table four: cases (件) by result. None: the source states no number."""

    upheld: int | None = printed("结果维持")
    corrected: int | None = printed("结果纠正")
    other_result: int | None = printed("其他结果")
    pending: int | None = printed("尚未审结")
    total: int | None = printed("总计", "合计")
