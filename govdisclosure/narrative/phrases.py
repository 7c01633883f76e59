"""Parts of the wordings in which reports say what a figure counts, as regular expressions.

Every repetition is bounded or possessive, so that a hostile text costs no more than a long one.
"""

#: OGI alone is no subject: what follows it decides.
OGI = r"(?:政府|政务)?信息公开(?:工作)?"
#: A request, by words that mean nothing else.
REQUEST = (
    r"(?:(?:关于|有关)?(?:政府|政务)?信息(?:依申请)?公开(?:的)?(?:申请|请求)(?:事项|事件|案件|件|表|书)?"
    r"|依申请公开(?:的)?(?:(?:政府|政务)?信息)?(?:公开)?(?:的)?申请(?:事项|事件|件)?"
    r"|(?:要求|申请)(?:有关)?公开(?:的)?(?:政府|政务)?信息(?:的)?(?:申请|事项|案件|件)"
    r"|公开(?:政府|政务)信息(?:的)?申请"
    r"|公开申请(?:件)?)"
)
#: A request, by words that mean one after a verb of receiving; elsewhere they may mean what was given out.
LOOSE_REQUEST = (
    rf"(?:{REQUEST}"
    r"|(?:关于)?(?:(?:政府|政务)?信息)?(?:公开的)?依申请公开(?:的)?(?:(?:政府|政务)?信息)?"
    r"(?:请求|要求|来信|办理(?:事项)?|事项|件|办件|案件)?"
    r"|依申请(?:政府|政务)?信息(?:公开)?(?:的)?(?:申请)?(?:事项|件)?"
    r"|申请公开(?:(?:政府|政务)信息(?:的)?(?:请求|要求)?)?)"
)
#: Who asked. Words for one kind of applicant alone are left out: they make the figure one of its requests only.
FROM = (
    r"(?:各类|各种)?(?:来自|由)?"
    r"(?:社会各界|社会公众|(?:任何)?(?:单位|组织|个人)(?:[、和及与或](?:单位|组织|个人)){0,2}|公众|群众|申请人|(?:自然人|公民)、?(?:和|与|及|或者?)?法人(?:(?:和|或者|或|及|以及|与|、)其[他它]组织)?)?"
    r"(?:向(?:我[局办镇委会县市区]|本机关))?(?:递交|提交|提出|提起)?(?:的)?"
)
RECEIVE = (
    r"(?:(?:收到|接到)(?:和|并|及)(?:受理|办理|处理)|新接收|新收到|新受理|接收到|接收|收到|受理|接到|新收)(?:了|的)?"
)
ANSWER = r"(?:答复|告知|处理|决定)?(?:的)?(?:申请|事项|情形|件|决定)?"
LAST_YEAR = r"(?:上一?年度?|去年度?|上一个年度)"
NEXT_YEAR = r"(?:下一?年度?|次年度?|明年|下一个年度)"
CARRIED_OVER = (
    rf"(?:(?:剩余|其余|余下)(?:的)?)?(?:{REQUEST}|申请)?(?:将|需)?(?:结转|转结|顺延|转|延至|跨年)(?:到|至|入|往)?{NEXT_YEAR}(?:继续)?"
    rf"(?:办理|答复|处理){{0,2}}(?:的)?(?:有)?(?:{REQUEST}|申请)?"
)
#: What stands before 行政复议 and 行政诉讼. Verbs of deciding (审理, 审结, 办理) are left out: they count the cases of
#: the agency as the one who reviews.
OVER = (
    r"(?:(?:因(?:政府)?信息公开(?:工作)?收到|(?:涉及|针对|因)(?!信息|政府)\p{Han}{1,8}?[局委办厅镇乡]|涉及|因为|因|针对|由|对|关于|就|有关|与|本机关|本单位|我[局办镇委会县市区]|不服|本级|相关|引起|引发|产生|导致|而|所|类"
    rf"|发生|纠纷|被|政府信息(?!公开)|申请人|申请|提起|提出|公民|当事人|的|及|答复|行为|事务|事项|工作|问题|原因|方面|{OGI}|依申请公开)){{0,14}}+"
)
CASE = r"(?:的)?(?:案件|申请|事项|案|件|情况|事件)?(?:发生|产生)?"
ISSUE = r"(?:制定出台|制定发布|印发|制定印发|制定|制发|出台|新制定|新制发|制作|新制作)(?:了|的)?"
DISCLOSE = r"(?:(?:新增|依法|及时|主动|对外|向社会(?:公众)?){1,3}+)?(?:公开发布|发布公开|公开|发布|公布)(?:了|的)?"
#: Where something is disclosed, for what is counted wherever it is: 通过政府网站、公报等平台主动公开规章.
THROUGH = (
    r"(?:(?:通过|在|利用|依托|借助)[^,;:。]{2,40}?(?:平台|网站|公报|渠道|媒体|栏|方式|形式|途径|系统)》?(?:上|中)?)?"
)
