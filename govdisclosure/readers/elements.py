"""What the elements and attributes of a page mean for its visible text."""

import re
from collections.abc import Mapping
from typing import Final

#: The attributes of an element; None stands for one without a value.
Attributes = Mapping[str, str | None]


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


#: Elements that begin and end a line.
BLOCKS: Final = _names(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer"
    " form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre search"
    " section summary ul xmp"
)
#: Elements that show nothing, or nothing of the text: ``rt`` is the reading printed over a character, and what tracked
#: changes strike out no longer stands there.
UNSEEN: Final = _names(
    "script style template head title noscript noembed noframes iframe frame svg canvas audio video object applet"
    " datalist option optgroup rt rp del s strike"
)
#: Those of them that draw something.
DRAWINGS: Final = frozenset({"svg", "canvas"})
#: Elements whose white space is kept.
PREFORMATTED: Final = frozenset({"pre", "textarea", "listing", "xmp", "plaintext"})
HEADINGS: Final = {f"h{depth}": depth for depth in range(1, 7)}
#: Elements that hold nothing, or that end where the next of their kind begins.
FLAT: Final = _names(
    "area base br col embed hr img input link meta param source track wbr"
    " p li dt dd td th tr tbody thead tfoot colgroup option optgroup rt rp"
)
#: Elements that may stand around all of a cell's text without changing it.
WRAPPERS: Final = _names("p span font b strong center o:p em i u")
#: Elements that may wrap the furniture of a page.
CONTAINERS: Final = _names("div section nav header footer aside ul ol dl table td form")

_FURNITURE = re.compile(
    r"(?<![a-z])(?:nav|navbar|navi|navigation|menu|menus|submenu|footer|foot|copyright|crumb|crumbs|breadcrumb"
    r"|breadcrumbs|sidebar|aside|share|sharing|bdshare|bdsharebuttonbox|toolbar|pager|pagination|friendlink"
    r"|friendlinks|qrcode|ewm|login|daohang|mianbaoxie|weizhi|dqwz|banquan|fenxiang)(?![a-z])"
)
_EDGE = re.compile(r"(?<![a-z])(?:header|head|top|topbar|banner|bottom)(?![a-z])")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_FILE = re.compile(r"[.](?:pdf|docx?|xlsx?|wps|et|ofd|zip|rar|7z)(?=$|[?#&])", re.IGNORECASE)
#: Where pages keep the address of a picture; scripts load the others when they come into view.
_SOURCES: Final = ("data-src", "data-original", "src")
_TYPED = frozenset({"text", "number", "tel", "search", ""})


def is_furniture(tag: str, attributes: Attributes) -> bool:
    """Whether an element's name, class or id speaks of navigation and the like."""
    if tag in {"nav", "footer", "aside"}:
        return True
    words = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return words != " " and bool(_FURNITURE.search(_CAMEL.sub(" ", words).lower()))


def is_edge(tag: str, attributes: Attributes) -> bool:
    """Whether an element is the top or the bottom of something: of the page, or of the article with its title."""
    if tag == "header":
        return True
    words = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return words != " " and bool(_EDGE.search(_CAMEL.sub(" ", words).lower()))


def file_address(attributes: Attributes) -> str | None:
    """The address of a document or archive that the element links to or embeds, or None."""
    address = attributes.get("href") or attributes.get("src") or attributes.get("data") or ""
    return address.strip() if _FILE.search(address) else None


def picture_words(attributes: Attributes) -> str:
    """The description and the file name of a picture, as far as there are any."""
    address = next((found for name in _SOURCES if (found := attributes.get(name))), "").strip()
    if address.startswith("data:"):
        # The picture itself stands in the page; its type is all the name it has.
        name = re.split("[;,]", address, maxsplit=1)[0]
    else:
        name = re.split("[?#]", address, maxsplit=1)[0].rstrip("/").rpartition("/")[2]
    return " ".join(word for word in ((attributes.get("alt") or "").strip(), name) if word)


_SPACER = re.compile(
    r"spac|blank|trans|pixel|(?:^|[^a-z])(?:1x1|dot|line|bg|icon|arrow|loading)(?:[^a-z]|$)", re.IGNORECASE
)
_THINNEST: Final = 3  # pixels


def is_ornament(attributes: Attributes) -> bool:
    """Whether a picture shows nothing that could be read: it is thin, or named after what holds other things apart."""
    sizes = [attributes.get(name) or "" for name in ("width", "height")]
    is_thin = any(size.isdecimal() and int(size) <= _THINNEST for size in sizes)
    return is_thin or _SPACER.search(picture_words({"src": attributes.get("src")})) is not None


def typed_value(attributes: Attributes) -> str:
    """What stands in an input field that shows its value; an empty string for all others."""
    return (attributes.get("value") or "") if (attributes.get("type") or "").lower() in _TYPED else ""
