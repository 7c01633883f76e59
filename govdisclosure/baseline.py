"""Findings that are known and left alone: which, why, and until when.

The file is TOML, for people to edit::

    [[suppress]]
    fingerprint = "0f3a5c7e9b1d2468"
    reason = "原件如此，已去函核实"
    expires = 2026-12-31

    [[suppress]]
    code = "GD304"
    reason = "本市惯例"
"""

import datetime as dt
import json
import tomllib
from collections.abc import Iterable

import regex
from attrs import field, frozen

from govdisclosure.errors import DamagedData
from govdisclosure.finding import Finding

_TABLE = "suppress"
_WHOLE = "baseline"
#: The standard library's parser takes memory by the square of a key's parts (a.a.a.a); a baseline needs none.
_MOST_PARTS = 30
_STRING = regex.compile(r"\"(?:[^\"\\]|\\.)*+\"|'[^']*+'")
#: What a comment cannot hold.
_CONTROL = regex.compile(r"[\p{Cc}\p{Cs}]")
_FINGERPRINT = regex.compile(r"[0-9a-f]{16}")
_CODE = regex.compile(r"GD\d{3}")


@frozen(kw_only=True)
class Suppression:
    """One entry: a finding by its fingerprint, or all findings of a code."""

    fingerprint: str | None = None
    code: str | None = None
    #: Why it is left alone.
    reason: str
    #: The last day on which it is; None for ever.
    expires: dt.date | None = None
    #: What it is about, for people: a comment in the file, which is not read back.
    about: str = field(default="", eq=False)

    def has_expired(self, today: dt.date) -> bool:
        """Whether its last day is over."""
        return self.expires is not None and self.expires < today


@frozen
class Applied:
    """Findings parted by a baseline, and what of the baseline is out of date."""

    kept: tuple[Finding, ...]
    suppressed: tuple[Finding, ...]
    #: Entries in force that no finding fits: the fault was mended.
    unused: tuple[Suppression, ...]
    #: Entries whose last day is over; they suppress nothing.
    expired: tuple[Suppression, ...]


@frozen
class Baseline:
    """Findings that are known and left alone."""

    suppressions: tuple[Suppression, ...] = ()

    @classmethod
    def load(cls, text: str) -> "Baseline":
        """Read a baseline.

        Raises:
            DamagedData: if the text is no TOML, or an entry is not as it should be; the path names the entry.
        """
        lines = (_STRING.sub("", line).partition("#")[0] for line in text.split("\n"))
        if any(line.count(".") > _MOST_PARTS for line in lines):
            raise DamagedData(_WHOLE, "a key of too many parts")
        try:
            data = tomllib.loads(text)
        except (ValueError, RecursionError) as error:  # also of a number longer than the interpreter reads
            raise DamagedData(_WHOLE, str(error)) from error
        for name in data:
            if name != _TABLE:
                raise DamagedData(name, f"a baseline has nothing but [[{_TABLE}]]")
        entries = data.get(_TABLE, [])
        if not isinstance(entries, list):
            raise DamagedData(_TABLE, f"write [[{_TABLE}]], once for each entry")
        return cls(tuple(_entry(f"{_TABLE}[{number}]", entry) for number, entry in enumerate(entries)))

    @classmethod
    def of(
        cls, findings: Iterable[Finding], reason: str, expires: dt.date | None = None, language: str = "zh"
    ) -> "Baseline":
        """A baseline of these findings, each by its fingerprint.

        Args:
            findings: what is known.
            reason: why it is left alone.
            expires: the last day on which it is.
            language: that of the comments that say what each entry is about, ``zh`` or ``en``.
        """
        entries = {
            finding.fingerprint: Suppression(
                fingerprint=finding.fingerprint,
                reason=reason,
                expires=expires,
                about=f"{finding.subject} {finding.code} {finding.message.in_language(language)}",
            )
            for finding in findings
        }
        return cls(tuple(entries.values()))

    def dump(self) -> str:
        """The baseline as `load` reads it."""
        return "\n".join(map(_written, self.suppressions))

    def apply(self, findings: Iterable[Finding], today: dt.date) -> Applied:
        """Part findings into those kept and those suppressed on a day."""
        expired = tuple(entry for entry in self.suppressions if entry.has_expired(today))
        valid = tuple(entry for entry in self.suppressions if not entry.has_expired(today))
        codes = {entry.code for entry in valid if entry.code}
        prints = {entry.fingerprint for entry in valid if entry.fingerprint}
        every = tuple(findings)
        suppressed = tuple(one for one in every if one.code in codes or one.fingerprint in prints)
        kept = tuple(one for one in every if one.code not in codes and one.fingerprint not in prints)
        met = {finding.code for finding in suppressed} | {finding.fingerprint for finding in suppressed}
        unused = tuple(entry for entry in valid if entry.code not in met and entry.fingerprint not in met)
        return Applied(kept, suppressed, unused, expired)


def _inside(path: str, name: str) -> str:
    return f"{path}.{name}"


def _entry(path: str, entry: object) -> Suppression:
    if not isinstance(entry, dict):
        raise DamagedData(path, f"write [[{_TABLE}]], once for each entry")
    unknown = next((name for name in entry if name not in {"fingerprint", "code", "reason", "expires"}), None)
    if unknown is not None:
        raise DamagedData(_inside(path, unknown), "an entry has fingerprint or code, reason, expires")
    if ("fingerprint" in entry) == ("code" in entry):
        raise DamagedData(path, "an entry has either a fingerprint or a code")
    reason, expires = entry.get("reason"), entry.get("expires")
    if not isinstance(reason, str) or not reason.strip():
        raise DamagedData(_inside(path, "reason"), "say why, in words")
    if isinstance(expires, dt.datetime) or not isinstance(expires, dt.date | None):
        raise DamagedData(_inside(path, "expires"), "a day, as 2026-12-31")
    return Suppression(
        fingerprint=_matching(_inside(path, "fingerprint"), entry.get("fingerprint"), _FINGERPRINT),
        code=_matching(_inside(path, "code"), entry.get("code"), _CODE),
        reason=reason,
        expires=expires,
    )


def _matching(path: str, value: object, pattern: "regex.Pattern[str]") -> str | None:
    if value is None:
        return None
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise DamagedData(path, f"no {path.rpartition('.')[2]}: {value}")
    return value


def _written(entry: Suppression) -> str:
    about = " ".join(_CONTROL.sub(" ", entry.about).split())
    lines = [f"# {about}"] if about else []
    lines.append(f"[[{_TABLE}]]")
    lines += [f'fingerprint = "{entry.fingerprint}"'] if entry.fingerprint else [f'code = "{entry.code}"']
    # A JSON string is a TOML string, but for the one control character that JSON leaves as it is.
    lines.append(f"reason = {json.dumps(entry.reason, ensure_ascii=False)}".replace("\x7f", "\\u007f"))
    if entry.expires is not None:
        lines.append(f"expires = {entry.expires.isoformat()}")
    return "\n".join(lines) + "\n"
