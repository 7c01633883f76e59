"""Bytes -> text, and how sure that is.

Agencies' pages declare gb2312 and hold GB18030, declare UTF-8 and hold GBK, or declare nothing. UTF-8 and Big5 bytes
often decode as GB18030 without an error, into rubbish: beside strictness, common characters of the language decide.
"""

import codecs
import re
from collections.abc import Iterable
from functools import cached_property
from types import MappingProxyType
from typing import Final

from attrs import evolve, frozen

from govdisclosure.errors import DocumentKind, NotAReport, UndecodableSource
from govdisclosure.source import DecodedBy, Decoding

#: What browsers understand by a label, as far as Chinese pages use it; every label of the GB family means GB18030.
_LABELS: Final = MappingProxyType(
    {
        label: codec
        for codec, labels in {
            "utf-8": "utf-8 utf8 utf_8 unicode-1-1-utf-8 x-unicode20utf8 utf-16 utf-16le utf-16be unicode",
            "gb18030": "gb18030 gbk x-gbk gb2312 gb_2312 gb2312-80 gb_2312-80 csgb2312 csiso58gb231280 chinese"
            " iso-ir-58 cp936 ms936 windows-936 euc-cn euccn",
            "big5hkscs": "big5 big5-hkscs big5hkscs cn-big5 csbig5 x-x-big5 cp950 ms950 big-5 big5-tw",
            "cp1252": "windows-1252 cp1252 iso-8859-1 iso8859-1 iso_8859-1 latin1 l1 us-ascii ascii",
        }.items()
        for label in labels.split()
    }
)
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_SIGNATURES: Final = (
    (re.compile(rb"\x89PNG\r\n"), "PNG", DocumentKind.PICTURE),
    (re.compile(rb"\xff\xd8\xff"), "JPEG", DocumentKind.PICTURE),
    (re.compile(rb"GIF8[79]a"), "GIF", DocumentKind.PICTURE),
    (re.compile(rb"BM.{4}\0\0\0\0", re.DOTALL), "BMP", DocumentKind.PICTURE),
    (re.compile(rb"II\*\0|MM\0\*"), "TIFF", DocumentKind.PICTURE),
    (re.compile(rb"RIFF.{4}WEBP", re.DOTALL), "WebP", DocumentKind.PICTURE),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s{0,1024}%PDF-"), "PDF", DocumentKind.BINARY),
    (re.compile(rb"PK(?:\x03\x04|\x05\x06)"), "ZIP (docx, xlsx, ofd)", DocumentKind.BINARY),
    (re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "OLE (doc, xls, wps)", DocumentKind.BINARY),
    (re.compile(rb"Rar!\x1a\x07"), "RAR", DocumentKind.BINARY),
    (re.compile(rb"7z\xbc\xaf\x27\x1c"), "7z", DocumentKind.BINARY),
    (re.compile(rb"\x1f\x8b\x08"), "gzip", DocumentKind.BINARY),
    (re.compile(rb"\{\\rtf"), "RTF", DocumentKind.BINARY),
)
#: How far into the input a declaration is looked for. Browsers look at 1024 bytes; portals put more before it.
_HEAD: Final = 4096
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_DECLARATIONS: Final = (
    re.compile(rb"<meta\s[^>]{0,512}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE),
    re.compile(rb"\s*<\?xml\s[^>]{0,256}?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE),
    re.compile(rb"@charset\s+[\"']([\w.:-]+)", re.IGNORECASE),
)
_COMMON = re.compile(
    "[的一是在有不了和人这中大为上个国我以要他时来用们到作地于出就分对成会可主年动同工也能下过子说产种面而方后多定行法所"
    "政府信息公开申请机关条例规范性文件制发数量本部门单位处理其他第项内容及按照情况月日市县区局省办加强告"
    "這個國為來們對會動產種過說後開請機關條規範發數單處項內況縣區辦強訊資與無時"
    "]"
)
_LETTERS = re.compile("[^\x00-\x7f\u00a0\u3000-\u303f\uff00-\uff0f\uff1a-\uff20\u2000-\u206f]+")
#: The least share of common characters in Chinese text. Pages have 0.3 and more, rubbish has 0.03 and less.
_PLAUSIBLE: Final = 0.1
#: The judgement needs no more text than this.
_SAMPLE: Final = 100_000
_ENOUGH: Final = 2_000
#: The share of letters that may be damaged in a text that is still one.
_DAMAGE: Final = 0.1
#: What a guess must be sure of to be believed of a language that is not expected here.
_SURE: Final = 0.5


@frozen
class _Candidate:
    """The bytes, decoded in one way."""

    codec: str
    by: DecodedBy
    text: str
    damaged: int = 0

    @cached_property
    def likeness(self) -> float:
        """How much it looks like Chinese, from 0 to 1."""
        letters = "".join(_LETTERS.findall(self.text[:_SAMPLE]))[:_ENOUGH]
        return len(_COMMON.findall(letters)) / len(letters) if letters else 0.0

    @property
    def is_whole(self) -> bool:
        """Whether the damage is small enough to call it a text."""
        return self.damaged <= max(1, _DAMAGE * sum(map(len, _LETTERS.findall(self.text))))


def _strictly(data: bytes, codec: str, by: DecodedBy) -> _Candidate | None:
    try:
        return _Candidate(codec, by, data.decode(codec))
    except UnicodeDecodeError:
        return None


def _with_damage(data: bytes, codec: str, by: DecodedBy) -> _Candidate:
    text = data.decode(codec, errors="replace")
    # A replacement character that the page itself prints is somebody else's damage, but damage all the same.
    return _Candidate(codec, by, text, text.count("\ufffd"))


def _declared_label(data: bytes) -> str | None:
    head = _COMMENT.sub(b"", data[:_HEAD])
    for pattern in _DECLARATIONS:
        if match := pattern.search(head):
            return match[1].decode("ascii", errors="replace")
    return None


def _refuse_what_is_no_text(data: bytes) -> None:
    if not data.strip(b" \t\r\n\f\0"):
        raise NotAReport(DocumentKind.EMPTY)
    for signature, name, kind in _SIGNATURES:
        if signature.match(data):
            raise NotAReport(kind, name)


def _by_mark(data: bytes, codec: str) -> _Candidate | None:
    candidate = _with_damage(data, codec, DecodedBy.MARK)
    # A template with a mark, filled with text of another encoding, keeps the mark.
    return candidate if candidate.is_whole else None


def _wide(data: bytes) -> _Candidate | None:
    """UTF-16 without a mark: every ASCII character has a zero byte, on one side."""
    even = data if len(data) % 2 == 0 else data[:-1]
    for codec in ("utf-16-le", "utf-16-be"):
        candidate = _strictly(even, codec, DecodedBy.DETECTION)
        if candidate and "\0" not in candidate.text:
            is_plain = not _LETTERS.search(candidate.text)
            if is_plain or candidate.likeness >= _PLAUSIBLE:
                return candidate
    return None


def _guessed(data: bytes) -> _Candidate | None:
    import chardet  # noqa: PLC0415  # slow to load, and hardly ever asked

    guess = chardet.detect(data[:_SAMPLE])
    name = guess["encoding"]
    if name is None:
        return None
    codec = _LABELS.get(name.lower(), name)
    if codec == name and guess["confidence"] < _SURE:
        return None
    try:
        return _strictly(data, codecs.lookup(codec).name, DecodedBy.DETECTION)
    except LookupError:
        return None


def _ways(declared: str | None) -> tuple[tuple[str, DecodedBy], ...]:
    """The encodings to try, the likeliest first."""
    ways = [(declared, DecodedBy.DECLARATION)] if declared else []
    ways += [("utf-8", DecodedBy.UTF8), ("gb18030", DecodedBy.GB18030)]
    return tuple(way for way in ways if way[1] is DecodedBy.DECLARATION or way[0] != declared)


def _best(candidates: Iterable[_Candidate | None]) -> _Candidate | None:
    """The one that looks most like Chinese; of equals UTF-8, which is hardly ever valid by accident, then the first."""
    return max(
        (candidate for candidate in candidates if candidate),
        key=lambda candidate: (candidate.likeness, candidate.codec == "utf-8" and not candidate.text.isascii()),
        default=None,
    )


def _chosen(data: bytes, declared: str | None) -> _Candidate | None:
    ways = _ways(declared)
    first = _strictly(data, *ways[0])
    if first and first.codec == "utf-8":
        return first
    best = _best([first, *(_strictly(data, *way) for way in ways[1:])])
    if best and (best.likeness >= _PLAUSIBLE or best.text.isascii()):
        return best
    damaged = (_with_damage(data, *way) for way in (*ways, ("big5hkscs", DecodedBy.DETECTION)))
    other = _best([_guessed(data), *(candidate for candidate in damaged if candidate.is_whole)])
    if best is None or (other and other.likeness > max(best.likeness, _PLAUSIBLE)):
        return other
    return best


def decode(data: bytes) -> tuple[str, Decoding]:
    """Turn the bytes of a file or a response into text.

    Tried in this order: byte order mark, declaration, UTF-16 without a mark, UTF-8, GB18030, detection. A declaration
    that the bytes contradict is passed over and recorded. NUL characters are dropped.

    >>> text, decoding = decode('<meta charset="utf-8">政府信息公开'.encode("gbk"))
    >>> text[-6:], decoding.used, decoding.contradicted
    ('政府信息公开', 'gb18030', True)

    Raises:
        NotAReport: if the input is empty, a picture, a PDF, an office file or an archive.
        UndecodableSource: if it is text in no known encoding.
    """
    _refuse_what_is_no_text(data)
    label = _declared_label(data)
    declared = _LABELS.get(label.lower()) if label else None
    mark, marked = next((pair for pair in _MARKS if data.startswith(pair[0])), (b"", None))
    data = data[len(mark) :]
    candidate = _by_mark(data, marked) if marked else None
    if candidate is None and b"\0" in data:
        candidate = _wide(data)
        data = data.replace(b"\0", b"")
    candidate = candidate or _chosen(data, declared)
    if candidate is None:
        raise UndecodableSource(label)
    return candidate.text.replace("\0", ""), Decoding(
        declared=label,
        used=candidate.codec,
        by=candidate.by,
        damaged=candidate.damaged,
        contradicted=declared not in {None, candidate.codec} and not data.isascii(),
    )


#: What windows-1252 has in place of the control characters: a byte that was read so comes back by this.
_PRINTED_CONTROLS: Final = {
    ord(bytes([byte]).decode("cp1252")): byte
    for byte in range(0x80, 0xA0)
    if byte not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}
_WESTERN = re.compile(f"[\x80-\xff\ufffd{''.join(map(chr, _PRINTED_CONTROLS))}]{{2,}}")
#: In every report; a text that has one of them was read as it should be.
_SURELY_READ: Final = ("公开", "公開")


def unscrambled(text: str, decoding: Decoding) -> tuple[str, Decoding]:
    """Undo what a program did that took the bytes of a Chinese page for Western text, and wrote or handed on that.

    >>> given = Decoding(declared=None, used=None, by=DecodedBy.CALLER)
    >>> text, decoding = unscrambled("政府信息公开工作年度报告".encode().decode("latin-1"), given)
    >>> text, decoding.used, decoding.contradicted
    ('政府信息公开工作年度报告', 'utf-8', True)
    """
    if any(word in text for word in _SURELY_READ) or not _WESTERN.search(text):
        return text, decoding
    for codec in ("utf-8", "gb18030"):
        reread = _reread(text, codec)
        candidate = _Candidate(codec, DecodedBy.DETECTION, reread)
        if candidate.likeness >= _PLAUSIBLE and any(word in candidate.text for word in _SURELY_READ):
            return candidate.text, evolve(
                decoding,
                declared=decoding.declared or "windows-1252",
                damaged=candidate.text.count("\ufffd"),
                used=codec,
                by=DecodedBy.DETECTION,
                contradicted=True,
            )
    return text, decoding


def _reread(text: str, codec: str) -> str:
    """Western letters as the text that their bytes are; other letters stay, and what has lost a byte is damaged."""

    def decoded(run: str) -> str:
        return run.translate(_PRINTED_CONTROLS).encode("latin-1", errors="replace").decode(codec, errors="replace")

    whole = text.translate(_PRINTED_CONTROLS)
    return decoded(text) if max(whole) <= "\xff" else _WESTERN.sub(lambda run: decoded(run[0]), text)
