"""Page furniture: lines that belong to the page and not to the report.

Each pattern is matched against a whole short line without spaces, in simplified half-width characters; a sentence of
the report that merely contains such words is never one.
"""

import re
from enum import Enum, auto
from functools import lru_cache

from govdisclosure.passage import bare


class Furniture(Enum):
    """What a line of the page is."""

    #: Tools and paths of the page, met anywhere.
    TOOL = auto()
    #: The name of a column of the site; in the midst of a report it may be a heading of the report.
    COLUMN = auto()
    #: A label of the page's list of document data, with or without its value: 索引号, 发布机构, 发布日期.
    DATUM = auto()
    #: The number of a printed page.
    PAGE_NUMBER = auto()
    #: What follows the document on its page: ways to other pages, imprint of the site.
    FOOT = auto()


#: A longer line is text.
LONGEST = 80


def _any_of(words: str) -> str:
    return "|".join(words.split())


_LABELS = _any_of("""
    索引号 索取号 信息索引号? 发布机构 发布机关 发布单位 发布部门 发文机关 发文单位 信息来源 稿件来源 文章来源
    来源 出处 文号 发文字号 文件编号 文件号 主题分类 主题词 体裁分类 服务对象 公开类别 公开类型 公开方式
    公开形式 公开范围 公开时限 公开程序 公开日期 公开时间 公开责任部门 生成日期 发布日期 发布时间 发文日期
    成文日期 印发日期 有效期 有效性 是否有效 效力状态 时效性? 日期 时间 更新时间 录入时间 信息时间 标题 名称
    信息名称 文件名称 内容概述 信息概述 内容描述 关键词 关键字 责任编辑 编辑 作者 撰稿 供稿 审核人? 初审 复审
    终审 校对 发布人 浏览次数 浏览量 浏览 阅读次数 阅读量 阅读 点击数 点击量 点击率 点击 访问量 访问次数 人气
    字体 字体大小 字号 字号大小 信息类别 信息分类 所属分类 分类 栏目 所属栏目 组配分类 信息有效性 载体类型
    记录形式 语种 责任单位 公开单位 打印次数 下载次数
""")
_LABELS_ALONE = _any_of("""
    索引号 发布机构 发布机关 发文机关 发文字号 文号 主题分类 主题词 公开类别 公开方式 生成日期 成文日期 发文日期
    发布日期 发布时间 公开日期 有效性 信息来源 浏览次数
""")
_TOOLS = _any_of("""
    首页 网站首页 返回首页 返回 返回顶部 返回列表 导航 网站导航 网站地图 站点地图 长者模式 长者版 长者助手
    适老版 适老化 老年模式 关怀版 关怀模式 无障碍 无障碍浏览 无障碍阅读 无障碍辅助 进入无障碍 退出无障碍 繁体
    繁体版 繁体中文 简体 简体版 简体中文 简 繁 简繁切换 手机版 移动版 电脑版 英文版 english rss 搜索 检索
    高级搜索 站内搜索 请输入关键字 热门搜索 登录 注册 登录注册 个人中心 智能问答 智能客服 智能机器人 收藏
    收藏本页 加入收藏 设为首页 打印 打印本页 打印本文 打印此页 打印页面 关闭 关闭窗口 关闭本页 关闭页面 关闭此页
    分享 分享到 保存 保存本页 下载 复制链接 大 中 小 大中小 默认 特大 语音播报 语音朗读 播放 暂停 朗读 微信 微博
    qq qq空间 新浪微博 腾讯微博 官方微信 官方微博 政务新媒体 正文 全文 更多 更多>>
""")
_COLUMNS = _any_of("""
    信息公开 政府信息公开 政务公开 政务服务 办事服务 互动交流 公众参与 政民互动 走进.{1,8} 新闻中心 新闻资讯
    要闻动态 工作动态 通知公告 政务动态 数据发布 数据开放 专题专栏 政策文件 政策解读 政策法规 法规公文 机构职能
    领导信息 机构信息 信息公开目录 信息公开指南 政府信息公开指南 政府信息公开目录 政府信息公开制度
    法定主动公开内容 依申请公开 信息公开申请 信息公开年报 政府信息公开年报 政府信息公开年度报告 信息公开年度报告
    信息公开工作年度报告 政府信息公开工作年度报告 政府信息公开工作年报 年度报告 历年年报 公开年报 意见箱
    领导信箱 内容 目录 索引
""")
_MENU = f"{_TOOLS}|{_COLUMNS}"
_DAY = r"20\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?(?:\d{1,2}:\d\d(?::\d\d)?)?"

_PATTERNS: tuple[tuple[Furniture, str], ...] = (
    (Furniture.PAGE_NUMBER, r"-{1,2}\d{1,3}-{1,2}|_\d{1,3}_|p(?:age)?\.?\d{1,3}|\d{1,3}/\d{1,3}页?"),
    (Furniture.PAGE_NUMBER, r"第\d{1,3}页(?:,?[(/]?共\d{1,3}页\)?)?|共\d{1,3}页|\[\d{1,2}\](?:\[\d{1,2}\])*"),
    (Furniture.PAGE_NUMBER, r".{1,30}[.…·]{4,}\(?\d{1,3}\)?"),  # a line of a table of contents
    (Furniture.TOOL, rf"[>|·\[\]()]*(?:{_TOOLS})[>|·\[\]():]*"),
    (Furniture.COLUMN, rf"[>|·\[\]()]*(?:{_COLUMNS})[>|·\[\]():]*"),
    (Furniture.TOOL, rf"(?:(?:{_MENU})[>|·/\[\]():、]+){{1,20}}(?:{_MENU})?"),
    (Furniture.TOOL, r"(?:您?(?:现在|目前|当前)?(?:所在)?的?位置|您现在的位置是?|当前位置|所在位置)[:>][^。]*"),
    (Furniture.TOOL, r"(?:网站)?首页(?:[>/|»→-]++[^>/|»→。-]{1,40}+){1,20}+[>/|»→-]*"),
    (Furniture.TOOL, r"[^>。]{1,20}(?:>+[^>。]{1,40}){2,20}>*"),
    (Furniture.TOOL, r"[\[(]?(?:字体|字号|字体大小)[:\s]*[\[(]?[大中小默认特超\s|\[\]()a+-]*[\])]?[^。]{0,30}"),
    (
        Furniture.TOOL,
        r"(?:分享|打印|关闭|收藏|下载|纠错)[:到至|]?(?:[^。]{0,20}(?:分享|打印|关闭|收藏|微信|微博|下载))?:?",
    ),
    (Furniture.TOOL, r"今天是[^。]{0,30}|欢迎(?:您?访问|光临|来到)[^。]{0,30}|(?:背景|视力保护)色:?[^。]{0,20}"),
    (Furniture.DATUM, rf"[\[(]?(?:{_LABELS})[\])]?[:|][^。]{{0,60}}|{_LABELS_ALONE}"),
    (Furniture.DATUM, rf"(?:{_DAY})(?:来源|浏览|点击|阅读|字号|字体|访问|作者|编辑|发布)[^。]{{0,60}}"),
    (Furniture.FOOT, r"[(\[]?(?:上|下)一(?:篇|条|页|则)[)\]]?(?:[:>][^。]*)?|没有了"),
    (Furniture.FOOT, r"(?:扫一扫|微信扫一扫|扫描二维码|扫码|用手机扫)[^。]{0,30}|(?:分享到|分享至):[^。]{0,30}"),
    (Furniture.FOOT, r"相关(?:链接|信息|文章|新闻|阅读|文档|附件|稿件|解读|推荐)[:>]?[^。]{0,30}"),
    (Furniture.FOOT, r"(?:友情链接|网站链接|推荐阅读|热点推荐|猜你喜欢)[:>]?[^。]{0,30}"),
    (
        Furniture.FOOT,
        r"(?:版权所有|版权归|copyright|©|\(c\))[^。]{0,76}|[^。]{0,40}(?:版权所有|allrightsreserved)[^。]{0,40}",
    ),
    (Furniture.FOOT, r"(?:网站)?(?:主办|承办|协办|运维|维护)(?:单位)?:[^。]{0,76}|技术支持:[^。]{0,76}"),
    (Furniture.FOOT, r"[^。]{0,30}(?:icp备|icp证|公网安备|网安备)[^。]{0,40}|(?:备案序?号|网站备案号?)[:]?[^。]{0,60}"),
    (Furniture.FOOT, r"(?:政府)?(?:网站)?标识码:?[^。]{0,60}"),
    (Furniture.FOOT, r"(?:联系我们|关于我们|(?:网站|隐私|免责|法律)声明|隐私政策|使用帮助)(?:\|[^。]{0,60})?"),
)
_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _PATTERNS)
_LABEL_CELL = re.compile(rf"[\[(]?(?:{_LABELS})[\])]?:?")


def furniture(text: str) -> Furniture | None:
    """What a line of the page is; None for a line of the report.

    >>> furniture("【字体：大 中 小】 打印")
    <Furniture.TOOL: 1>
    >>> furniture("本机关通过网站首页公开信息12条。") is None
    True
    """
    return _furniture(text) if len(text) <= LONGEST * 3 else None


@lru_cache(maxsize=4096)
def _furniture(text: str) -> Furniture | None:
    first, _, rest = text.partition("\t")
    if rest and _LABEL_CELL.fullmatch(bare(first)):
        return Furniture.DATUM
    words = bare(text)
    if not words or len(words) > LONGEST:
        return None
    return next((kind for kind, pattern in _COMPILED if pattern.fullmatch(words)), None)
