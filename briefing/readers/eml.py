"""Read a mail: an article that somebody sent, or a newsletter."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from briefing.readers.html import read_page
from briefing.readers.markup import decode_page
from briefing.readers.moments import read_moment
from briefing.readers.page import Claims, Doubt, Page, UnreadableError
from briefing.readers.places import Found
from briefing.text.first_names import first_names
from briefing.text.newsrooms import MAX_MASTHEAD, is_body, newsroom_of
from briefing.text.words import fold

if TYPE_CHECKING:  # imports the library of mail
    from briefing.readers.parts import Mail, Part

ENOUGH_WORDS: Final = 60
"""Words from which the plain part of a mail is its text; shorter ones say "open this
mail in a browser"."""

RELEASE_HEAD: Final = 200
"""Characters at the top of a mail in which it says that it is a release."""

# Matches the end of "Delta Water Press Office", "Lomo Rail | Media Relations"; what
# stands before it sends the release.
_OFFICE = re.compile(
    r"[\s,|–—-]+\(?(?:(?:press|media|communications?|news|public affairs|corporate)\s+"
    r"(?:office|relations|team|desk|centre|center|service|department|contact|affairs"
    r"|communications?)|press|communications|public affairs|spokes(?:person|man|woman))"
    r"\)?\s*$",
    re.IGNORECASE,
)
# Matches "FOR IMMEDIATE RELEASE", "Press release: …", "STATEMENT: …".
_RELEASE = re.compile(
    r"(?:for (?:immediate )?release|(?:press|media|news) (?:release|statement)"
    r"|(?:public )?statement\s*:|embargoed)\b",
    re.IGNORECASE,
)
# Matches "Fwd: Re: [news] Dam gives way"; the rest is the subject.
_FORWARDED = re.compile(
    r"(?:(?:fwd?|re|aw|wg|tr)\s*:\s*|\[[^\]]{1,40}\]\s*)+", re.IGNORECASE
)


def read_eml(data: bytes) -> tuple[Page, ...]:
    """Give the article of a mail: its plain part, else that in HTML."""
    from briefing.readers.parts import header, read_parts

    mail = read_parts(data)
    page = _page(mail)
    subject = _FORWARDED.sub("", header(mail.headers, "Subject"), count=1)
    title = (Found(subject, "the mail's Subject"),) if subject else ()
    outlet = _releasing(mail, subject, page) or _newsletter(mail, page)
    # Whoever else sends it is not the outlet. The mail may be younger than the article:
    # its day counts where the text has none, as that of an update does.
    date = header(mail.headers, "Date")
    day = read_moment(date, "the mail's Date", is_update=True)
    claims = page.claims + Claims(
        title=title, outlet=outlet, days=(day,) if day else ()
    )
    return (replace(page, claims=claims),)


def _releasing(mail: Mail, subject: str, page: Page) -> tuple[Found, ...]:
    """Give the organisation that sends a release of its own; a person is none."""
    from email.utils import parseaddr

    from briefing.readers.parts import header

    if page.claims.outlet or _FORWARDED.match(header(mail.headers, "Subject")):
        return ()
    sender = parseaddr(header(mail.headers, "From"))[0].strip(" \"'")
    office = _OFFICE.search(sender)
    opening = " ".join(page.text[:RELEASE_HEAD].split())
    is_release = _RELEASE.match(subject) or _RELEASE.match(opening)
    name = sender[: office.start()] if office else ""
    if not office and is_release and is_body(sender):
        name = sender
    name = name.strip(" ,|-–—:")
    return (Found(name, f"the sender of the release, '{sender}'"),) if name else ()


def _newsletter(mail: Mail, page: Page) -> tuple[Found, ...]:
    """Give the newsroom that sends a mail of its own; a person is none."""
    from email.utils import parseaddr

    from briefing.readers.parts import header

    if page.claims.outlet or _FORWARDED.match(header(mail.headers, "Subject")):
        return ()
    sender, address = parseaddr(header(mail.headers, "From"))
    name = " ".join(sender.strip(" \"'").split())
    is_house = newsroom_of(name) is not None or _is_of_site(name, address)
    found = Found(name, f"the From line, '{name}'")
    return (found,) if name and is_house else ()


def _is_of_site(name: str, address: str) -> bool:
    """Tell whether the *address* lies at a site of this *name*, no person's own.

    "Andes Brief <news@andesbrief.example>"; not "Ana Silva <mail@anasilva.example>".
    """
    words = fold(name).split()
    words = words[1:] if words[:1] == ["the"] else words
    box, _, host = address.lower().rpartition("@")
    sites = [label.replace("-", "") for label in host.split(".")[:-1]]
    is_own = bool(words) and (words[0] in first_names() or box in words)
    return "".join(words) in sites and len(words) <= MAX_MASTHEAD and not is_own


def _page(mail: Mail) -> Page:
    plain = [part for part in mail.parts if part.kind == "text/plain" and part.data]
    pages = [part for part in mail.parts if part.kind == "text/html" and part.data]
    if plain:
        page = _plain(plain[0])
        if len(page.text.split()) >= ENOUGH_WORDS or not pages:
            return page
    if pages:
        return read_page(pages[0].data, charset=pages[0].charset)
    raise UnreadableError(
        "no-body", "the mail holds no text", "save what it carries as a file of its own"
    )


def _plain(part: Part) -> Page:
    decoded = decode_page(part.data, part.charset)
    doubts = (Doubt("encoding", decoded.doubt),) if decoded.doubt else ()
    return Page(decoded.text, doubts=doubts)
