import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.framing.furniture import Furniture, furniture

PAGE = {
    Furniture.TOOL: """长者模式
无障碍浏览
返回首页
首页 > 政务公开 > 年报
当前位置：首页>政府信息公开
【字体：大 中 小】
打印 关闭
字号: 分享:
繁體版""",
    Furniture.COLUMN: "政府信息公开\n法定主动公开内容\n政府信息公开年报",
    Furniture.DATUM: """索引号：0001/2023-1
发布机构:县林业局 发布时间: 2020-01-06 07:34
来源:原创     浏览次数:次
2023-01-16 来源：县审计局
发布日期	2023-01-16""",
    Furniture.PAGE_NUMBER: "- 2 -\n— 12 —\nP. 8\n第3页 共8页\n一、总体情况..........3\n3/8",
    Furniture.FOOT: """扫一扫在手机打开当前页
上一篇：关于防火的通知
下一篇：没有了
版权所有：东山县人民政府
闽ICP备05012345号
网站标识码：3506260001
主办单位：东山县人民政府办公室
相关信息
闽公网安备 35062602000001号""",
}


@pytest.mark.parametrize("kind", PAGE)
def test_lines_of_the_page_are_told(kind):
    lines = PAGE[kind].split("\n")
    assert [(line, furniture(line)) for line in lines] == [(line, kind) for line in lines]


@pytest.mark.parametrize(
    "line",
    [
        "一、总体情况",
        "无",
        "无。",
        "东山县林业局",
        "2023年1月12日",
        "联系电话:0596-5833790",
        "（二）依申请公开情况",
        "本机关通过网站首页公开信息12条。",
        "打印宣传材料1200份，分享典型经验3次。",
        "全年浏览次数达12万人次，扫一扫二维码即可查看。",
        "主办单位信息公开培训2次，版权所有信息已核实。",
        "统计时间：2022年1月1日至12月31日。",
        "",
    ],
)
def test_lines_of_the_report_are_not(line):
    assert furniture(line) is None


@given(st.text(max_size=300))
def test_a_sentence_is_never_furniture_of_the_page(text):
    assert furniture(f"{text}全年共公开政府信息一百二十条，其中工作动态八十条。") is None


def test_a_rule_behind_a_word_of_the_menu_is_no_path():
    assert furniture("首页" + "-" * 60 + "。") is None
    assert furniture("首页-" + "政务-" * 15 + "年报") is Furniture.TOOL
