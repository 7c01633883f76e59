"""The words of the command line's output, in Chinese and in English."""

from collections.abc import Mapping
from types import MappingProxyType

from govdisclosure.errors import DocumentKind, NotAReport, UndecodableSource
from govdisclosure.finding import Message, Severity, Verdict
from govdisclosure.states import State

STATES: Mapping[State, Message] = MappingProxyType(
    {
        State.STATED: Message("有数", "stated"),
        State.BLANK: Message("空白", "blank"),
        State.DASH: Message("划线", "dash"),
        State.RECOVERED: Message("推定", "recovered"),
        State.AMBIGUOUS: Message("两可", "ambiguous"),
        State.UNREADABLE: Message("非数字", "unreadable"),
        State.ABSENT: Message("缺失", "absent"),
    }
)
SEVERITIES: Mapping[Severity, Message] = MappingProxyType(
    {
        Severity.ERROR: Message("错误", "error"),
        Severity.WARNING: Message("警告", "warning"),
        Severity.NOTE: Message("提示", "note"),
    }
)
VERDICTS: Mapping[Verdict, Message] = MappingProxyType(
    {
        Verdict.SOURCE: Message("原文有误", "the document"),
        Verdict.READING: Message("读取存疑", "the reading is not sure"),
        Verdict.NOT_ASSESSABLE: Message("无法判断", "not assessable"),
    }
)
KINDS: Mapping[DocumentKind, str] = MappingProxyType(
    {
        DocumentKind.EMPTY: "空文件",
        DocumentKind.PICTURE: "图片",
        DocumentKind.BINARY: "二进制文件",
        DocumentKind.BLANK_FORM: "未填写的空表",
        DocumentKind.PERIODIC_STATISTICS: "定期统计报表",
        DocumentKind.LIST_PAGE: "目录页",
        DocumentKind.ABOUT_A_REPORT: "有关年度报告的文章",
        DocumentKind.UNRELATED: "无关内容",
    }
)


def told(error: Exception) -> Message:
    """What the caller is told of an error."""
    match error:
        case NotAReport():
            evidence = f"：{error.evidence}" if error.evidence else ""
            return Message(f"不是政府信息公开工作年度报告，而是{KINDS[error.kind]}{evidence}", str(error))
        case UndecodableSource():
            return Message(f"无法解码（声明的编码：{error.declared or '无'}）", str(error))
        case OSError():
            reason = error.strerror or str(error)
            return Message(f"无法读写：{reason}", reason)
        case _:
            return Message(str(error), str(error))
