"""What each rule says of the smallest document that breaks it: examples for people, word for word what `check` says."""

from collections.abc import Mapping
from types import MappingProxyType

from govdisclosure.finding import Message

#: A message of each code; the documents that they are about stand in the tests.
EXAMPLES: Mapping[str, Message] = MappingProxyType(
    {
        "GD101": Message(
            "文件混用了不同版本的格式：表二（主动公开政府信息情况）用2019年版；表二（主动公开政府信息情况）、"
            "表三（收到和处理政府信息公开申请情况）、表四（政府信息公开行政复议、行政诉讼情况）用2021年版",
            "the document is filled on forms of different editions: table two (proactive_disclosure) "
            "on that of 2019; table two (proactive_disclosure), table three (requests), table four "
            "(review_and_litigation) on that of 2021",
        ),
        "GD102": Message(
            "2023年度报告的表二（主动公开政府信息情况）使用了2019年版格式，应使用2021年版格式",
            "table two (proactive_disclosure) of the report for 2023 is filled on the form of 2019; "
            "that of 2021 is in force",
        ),
        "GD103": Message(
            "缺少表三（收到和处理政府信息公开申请情况）：文本在该表之前或之中截断",
            "table three (requests) is missing: the text is cut off before or within it",
        ),
        "GD104": Message(
            "表二（主动公开政府信息情况）缺少“行政强制”",
            "table two (proactive_disclosure) lacks proactive_disclosure.administrative_compulsion",
        ),
        "GD105": Message(
            "“行政强制”的“本年处理决定数量”的内容“见附件”不是数字",
            "proactive_disclosure.administrative_compulsion.decisions holds “见附件”, which is no number",
        ),
        "GD106": Message(
            "表二（主动公开政府信息情况）有1行的数字个数与单元格数不一致，如“规章”应有3个，文中有2个",
            "rows of table two (proactive_disclosure) without as many numbers as cells: 1, as "
            "proactive_disclosure.rules (2 for 3)",
        ),
        "GD107": Message(
            "表三（收到和处理政府信息公开申请情况）有7个数字由勾稽关系唯一确定，依据：GD302、GD303",
            "numbers of table three (requests) that were recovered: 7; proof: GD302, GD303",
        ),
        "GD108": Message(
            "“规章”的数字（2 4）可以有多种填法，不能确定",
            "the numbers of proactive_disclosure.rules (2 4) could stand in more than one place",
        ),
        "GD109": Message(
            "表格中有3处格式以外的内容，如“行政检查 7”",
            "cells of the tables that belong to no cell of the form: 3, as “行政检查 7”",
        ),
        "GD110": Message(
            "声明的编码为gb2312，实际按utf-8读取，损坏字符0处",
            "the declared encoding is gb2312, the text was read as utf-8; damaged characters: 0",
        ),
        "GD111": Message(
            "表二（主动公开政府信息情况）出现两次，1个单元格的数字不同",
            "table two (proactive_disclosure) is printed twice; cells whose numbers differ: 1",
        ),
        "GD112": Message(
            "表三（收到和处理政府信息公开申请情况）有5个单元格留空或以符号代替0",
            "cells of table three (requests) that are blank or marked where zeros are meant: 5",
        ),
        "GD113": Message(
            "文中有2份报告，只读取其中一份，未读取：《乙县人民政府2022年政府信息公开工作年度报告》",
            "the document holds 2 reports, of which one was read; not read: 乙县人民政府2022年政府信息公开工作年度报告",
        ),
        "GD201": Message(
            "“规章”的“本年制发件数”的数字-1不可能：不能为负数",
            "proactive_disclosure.rules.issued holds -1, which cannot be: it is negative",
        ),
        "GD202": Message(
            "“规章”的“现行有效件数”为1，至少应为2",
            "proactive_disclosure.rules.in_force is 1; it cannot be below 2",
        ),
        "GD203": Message(
            "甲县人民政府没有规章制定权，却填报了规章（1件）",
            "甲县人民政府 cannot make rules, but reports some (1)",
        ),
        "GD204": Message(
            "“行政许可”的处理决定数量等于上一年项目数量加本年增/减，可能误解了各列的含义",
            "the decisions of proactive_disclosure.administrative_licensing are last year's items "
            "with their change: the columns were probably misunderstood",
        ),
        "GD205": Message(
            "“行政事业性收费”的“本年收费金额（单位：万元）”的金额125000存疑：过大，可能以元计而非万元",
            "the amount 125000 of proactive_disclosure.administrative_charges.amount_wan_yuan is "
            "in doubt: it is so large that it is probably in yuan, not in 万元",
        ),
        "GD301": Message(
            "“自然人”列不平衡：新收加上年结转为4，办理结果总计加结转下年度为5",
            "column “natural_person” does not balance: 4 received and carried in, 5 answered and carried out",
        ),
        "GD302": Message(
            "“自然人”列：办理结果总计为4，各项之和为3",
            "column “natural_person”: the outcomes' total is 4, their sum 3",
        ),
        "GD303": Message(
            "“一、本年新收政府信息公开申请数量”行：总计为3，各类申请人之和为2",
            "line “received”: the total is 3, the sum over the applicants 2",
        ),
        "GD304": Message(
            "表三（收到和处理政府信息公开申请情况）有1行只填了各类申请人，总计留空",
            "filled lines of table three (requests) whose total is blank: 1",
        ),
        "GD305": Message(
            "“三、本年度办理结果/（一）予以公开”的“自然人”的5如为3，各项勾稽关系即成立",
            "requests.outcomes.granted.natural_person is 5; 3 would mend the broken sums",
        ),
        "GD306": Message(
            "一行数字可能错位：“一、本年新收政府信息公开申请数量”的“自然人”等单元格；或“一、本年新收政府信息公开申请数量”"
            "的“自然人”如为3",
            "the numbers of a row are probably shifted: requests.received.natural_person and others; "
            "or 3 in requests.received.natural_person",
        ),
        "GD401": Message(
            "“行政复议”：总计为2，各种结果之和为1",
            "“reconsideration”: the total is 2, the sum of the results 1",
        ),
        "GD501": Message(
            "“二、上年结转政府信息公开申请数量”的“自然人”为1，2022年度报告为2",
            "requests.carried_in.natural_person is 1; the report for 2022 has 2",
        ),
        "GD502": Message(
            "“规章”的“现行有效件数”为7，由2022年度报告推算为6",
            "proactive_disclosure.rules.in_force is 7; the report for 2022 leads to 6",
        ),
        "GD503": Message(
            "“行政许可”的“上一年项目数量”为20，由2019年度报告推算为17",
            "proactive_disclosure.administrative_licensing.prior_year_items is 20; the report for 2019 leads to 17",
        ),
        "GD504": Message(
            "缺少2022年度报告，前后年度不能比对",
            "no report for 2022: its chain is not checked",
        ),
        "GD601": Message(
            "正文“收到政府信息公开申请4件”与表格不符：“一、本年新收政府信息公开申请数量”正文为4，表格为3",
            "the prose (“收到政府信息公开申请4件”) has 4 for requests.received, the table 3",
        ),
        "GD602": Message(
            "正文“办结3件”与表格不符：“（七）总计”正文为3，表格为4",
            "the prose (“办结3件”) has 3 for requests.outcomes.total, the table 4",
        ),
        "GD603": Message(
            "正文“予以公开3件”与表格不符：“（一）予以公开”正文为3，表格为4",
            "the prose (“予以公开3件”) has 3 for requests.outcomes.granted, the table 4",
        ),
        "GD604": Message(
            "正文“上年结转2件”与表格不符：“二、上年结转政府信息公开申请数量”正文为2，表格为1",
            "the prose (“上年结转2件”) has 2 for requests.carried_in, the table 1",
        ),
        "GD605": Message(
            "正文“行政复议1件”与表格不符：“行政复议”正文为1，表格为2",
            "the prose (“行政复议1件”) has 1 for review_and_litigation.reconsideration, the table 2",
        ),
        "GD606": Message(
            "正文“制发规范性文件3件”与表格不符：“行政规范性文件”的“本年制发件数”正文为3，表格为2",
            "the prose (“制发规范性文件3件”) has 3 for proactive_disclosure.normative_documents.issued, the table 2",
        ),
        "GD607": Message(
            "正文“占70%”：“（一）予以公开”的占比为70%，按数字计算为75%",
            "the prose (“占70%”): the share of requests.outcomes.granted is 70 %, computed it is 75 %",
        ),
        "GD608": Message(
            "正文“其中网上申请2件、信函申请2件”：“一、本年新收政府信息公开申请数量”各部分之和为4，总数为3",
            "the prose (“其中网上申请2件、信函申请2件”): the sum of the parts of requests.received "
            "is 4, the total is 3",
        ),
        "GD701": Message(
            "缺少：存在的主要问题及改进情况",
            "missing: problems_and_improvements",
        ),
        "GD702": Message(
            "统计期限不是报告年度：“2022-01-01/2022-12-31”",
            "the period is not the report year: “2022-01-01/2022-12-31”",
        ),
        "GD703": Message(
            "第六部分没有报告收取信息处理费的情况",
            "section six does not say what information processing fee (信息处理费) was charged",
        ),
        "GD704": Message(
            "“六、其他需要报告的事项”没有内容",
            "“六、其他需要报告的事项” has no content",
        ),
        "GD705": Message(
            "2024-04-01公布，法定期限为2024-03-31",
            "published on 2024-04-01; the legal date is 2024-03-31",
        ),
        "GD706": Message(
            "文字内容与2022年度报告的相同部分达100%",
            "100% of the prose is that of the report for 2022",
        ),
        "GD801": Message(
            "汇总报告“规章”的“本年制发件数”为3，所属各单位之和为2",
            "proactive_disclosure.rules.issued of the consolidated report is 3, the sum of its members' 2",
        ),
    }
)
