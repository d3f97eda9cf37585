"""The shapes that sites give their articles: what stands around the text, and where."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from tests.pages.stories import DAM, FEVER, Story

RELATED = (
    "Ten gardens that are worth a visit in the rain this weekend",
    "Opinion: Why the council should listen to its own experts",
    "Watch: the orchestra plays in the rebuilt station hall tonight",
)
COMMENTS = (
    "I have lived here for thirty years and nobody ever asked us about this, shameful.",
    "My cousin works there and she says that it is all quite different in truth.",
    "First they raise our taxes and then this happens, I will remember it in May.",
)
CONSENT = (
    "We and our 842 partners store and access information on a device, such as "
    "cookies, and process personal data to show you advertisements that you may like. "
    "You can change your choices at any time in the privacy settings of this site."
)
NEWSLETTER = (
    "Sign up for our morning newsletter and get the five stories that matter in your "
    "inbox before breakfast, every weekday, free of charge."
)
CAPTION = "The scene as it looked some days before. Photograph: Rita Moll/Island Press"
LIFE = "has covered the region for ten years and has won two prizes"
NOISE = (*RELATED, *COMMENTS, CONSENT, NEWSLETTER, LIFE)

Extra = dict[str, Any]


def paragraphs(story: Story, *, wrap: str = "<p>{}</p>") -> str:
    """Give the story's paragraphs, each in *wrap*."""
    return "\n".join(wrap.format(text) for text in story.paragraphs)


def linked(story: Story, kind: str = "NewsArticle", **more: Any) -> str:
    """Give the JSON-LD that most outlets put into their pages."""
    names = [name for part in story.byline.split(" and ") for name in [part]]
    data: Extra = {
        "@context": "https://schema.org",
        "@type": kind,
        "headline": story.title,
        "description": story.summary,
        "url": story.url,
        "mainEntityOfPage": {"@type": "WebPage", "@id": story.url},
        "datePublished": f"{story.day}T09:15:00+02:00",
        "dateModified": f"{story.day}T11:40:00+02:00",
        "author": [{"@type": "Person", "name": name} for name in names],
        "publisher": {"@type": "NewsMediaOrganization", "name": story.outlet},
        "image": ["https://img.example/1.jpg"],
    }
    data |= more
    kept = {key: value for key, value in data.items() if value is not None}
    return f'<script type="application/ld+json">{json.dumps(kept)}</script>'


def graph_tags(story: Story, *, date: bool = True) -> str:
    """Give Open Graph tags."""
    tags = {
        "og:type": "article",
        "og:title": story.title,
        "og:site_name": story.outlet,
        "og:description": story.summary,
        "og:url": story.url,
    }
    if date:
        tags["article:published_time"] = f"{story.day}T07:15:00+02:00"
    return "".join(f'<meta property="{k}" content="{v}">' for k, v in tags.items())


def page(head: str, body: str, title: str = "", attributes: str = 'lang="en"') -> str:
    """Give a whole page with the menu and the foot that every site has."""
    return f"""<!doctype html><html {attributes}><head><meta charset="utf-8">
<title>{title}</title>{head}</head><body>
<header class="site-header"><a href="/">Home</a><nav><ul><li><a href="/w">World</a></li>
<li><a href="/s">Sport</a></li><li><a href="/c">Culture</a></li></ul></nav></header>
{body}
<footer><p>About us</p><p>Terms of use</p><p>All rights reserved.</p></footer>
<script>window.dataLayer=[];</script></body></html>"""


def byline(story: Story) -> str:
    """Give a byline with a link to its writers."""
    return f'<div class="byline">By <a rel="author" href="/a">{story.byline}</a></div>'


def canonical(story: Story) -> str:
    """Give the link to the page's own address."""
    return f'<link rel="canonical" href="{story.url}">'


def json_ld(story: Story) -> str:
    """All in JSON-LD, the page itself prints no more than the headline."""
    body = f"<main><h1>{story.title}</h1>{paragraphs(story)}</main>"
    return page(linked(story) + canonical(story), body, story.title)


def open_graph(story: Story) -> str:
    """Open Graph in the head, byline and day in the article."""
    body = f"""<article><h1>{story.title}</h1>{byline(story)}
<span class="date">{story.printed}</span>{paragraphs(story)}</article>"""
    return page(graph_tags(story), body, f"{story.title} | {story.outlet}")


def byline_only(story: Story) -> str:
    """No data at all: what is printed is all there is."""
    body = f"""<div id="content"><h1>{story.title}</h1><p>By {story.byline}</p>
<p class="date">{story.printed}</p>{paragraphs(story)}
<p>Copyright {story.day[:4]} {story.outlet}</p></div>"""
    return page("", body, f"{story.title} - {story.outlet}")


def wordpress(story: Story) -> str:
    """WordPress with Yoast: a graph of references, tags, sharing, comments."""
    graph = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "Article", "@id": f"{story.url}#article",
             "headline": story.title, "datePublished": f"{story.day}T07:15:00+00:00",
             "author": {"@id": "#person"}, "publisher": {"@id": "#org"}},
            {"@type": "WebPage", "@id": story.url, "name": story.title},
            {"@type": "Organization", "@id": "#org", "name": story.outlet},
            {"@type": "Person", "@id": "#person", "name": story.byline},
        ],
    }  # fmt: skip
    comments = "".join(
        f'<li class="comment"><div class="comment-author vcard"><cite class="fn">guest'
        f"</cite></div><p>{text}</p></li>"
        for text in COMMENTS
    )
    body = f"""<div id="page" class="site"><main id="main"><article class="post hentry">
<header class="entry-header"><h1 class="entry-title">{story.title}</h1>
<div class="entry-meta"><span class="posted-on">Posted on <time
class="entry-date published"
datetime="{story.day}T07:15:00+00:00">{story.printed}</time>
</span> <span class="byline">by <span class="author vcard"><a class="url fn n"
href="/a">{story.byline}</a></span></span></div></header>
<div class="entry-content">{paragraphs(story)}
<div class="sharedaddy"><h3>Share this:</h3><ul><li>Tweet</li><li>Email</li></ul>
</div></div><footer class="entry-footer"><span class="cat-links">Posted in News</span>
</footer></article><div id="comments" class="comments-area"><h2>3 thoughts on this</h2>
<ol class="comment-list">{comments}</ol><div id="respond"><h3>Leave a Reply</h3></div>
</div></main><aside id="secondary" class="widget-area"><h2>Recent Posts</h2><ul>
{"".join(f"<li>{text}</li>" for text in RELATED)}</ul></aside></div>"""
    script = f'<script type="application/ld+json">{json.dumps(graph)}</script>'
    return page(script + canonical(story), body, f"{story.title} – {story.outlet}")


def amp(story: Story) -> str:
    """AMP: its own elements, styles in the head, a consent banner."""
    body = f"""<amp-sidebar><ul><li>World</li></ul></amp-sidebar><article>
<h1 class="headline">{story.title}</h1><amp-img src="x.jpg" alt="a"></amp-img>
<p class="amp-byline">By {story.byline}</p>
<time datetime="{story.day}T07:15:00+02:00">{story.printed}</time>
{paragraphs(story)}<amp-ad type="x"></amp-ad></article>
<amp-consent id="c"><div><p>{CONSENT}</p><button>Accept</button></div></amp-consent>"""
    styles = "<style amp-custom>h1{color:red}</style>"
    return page(
        styles + linked(story) + canonical(story), body, story.title, "amp lang=en"
    )


def wire(story: Story) -> str:
    """A wire story on a portal: a dateline, the agency in the byline."""
    first, *rest = story.paragraphs
    text = "".join(f"<p>{words}</p>" for words in rest)
    body = f"""<main><article><h1>{story.title}</h1>
<div class="Page-byline">By <span class="author">{story.byline}</span></div>
<div class="Page-dateModified"><span data-date>{story.printed}</span></div>
<div class="RichTextStoryBody"><p>WESTERBY (AP) — {first}</p>{text}
<p>___</p></div></article></main>"""
    return page(linked(story) + graph_tags(story), body, story.title)


def cookie_overlay(story: Story) -> str:
    """A consent dialogue in front of the article."""
    body = f"""<div id="onetrust-consent-sdk" role="dialog" class="cookie-banner">
<h2>We value your privacy</h2><p>{CONSENT}</p><button>Accept all</button>
<button>Reject all</button></div>
<article><h1>{story.title}</h1>{byline(story)}<p class="standfirst">{story.summary}</p>
{paragraphs(story)}</article>"""
    return page(linked(story), body, story.title)


def related_rail(story: Story) -> str:
    """Teasers of other articles, each an `article` of its own, amid and below."""
    cards = "".join(
        f'<article class="card"><h3><a href="/x">{text}</a></h3><time '
        f'datetime="2019-01-0{i + 1}">January {i + 1}, 2019</time></article>'
        for i, text in enumerate(RELATED)
    )
    half = len(story.paragraphs) // 2
    first = "".join(f"<p>{text}</p>" for text in story.paragraphs[:half])
    last = "".join(f"<p>{text}</p>" for text in story.paragraphs[half:])
    body = f"""<main><article class="story"><h1>{story.title}</h1>{byline(story)}
<time datetime="{story.day}">{story.printed}</time>{first}
<aside class="related-inline"><h4>Related stories</h4>{cards}</aside>{last}</article>
<section class="more-on"><h2>More on this story</h2>{cards}</section></main>"""
    return page(graph_tags(story, date=False), body, story.title)


def endless(story: Story) -> str:
    """A page that goes on with another whole article below."""
    other = DAM if story is not DAM else FEVER
    body = "".join(
        f"""<article class="full"><h1>{each.title}</h1>{byline(each)}
<time datetime="{each.day}T08:00:00Z">{each.printed}</time>
{paragraphs(each)}</article>"""
        for each in (story, other)
    )
    head = linked(story) + linked(other) + canonical(story)
    return page(head, body, f"{story.title} | {story.outlet}")


def paywall(story: Story) -> str:
    """Two paragraphs, then the offer to subscribe."""
    some = "".join(f"<p>{text}</p>" for text in story.paragraphs[:3])
    body = f"""<article><h1>{story.title}</h1>{byline(story)}{some}
<div class="paywall-prompt"><h2>Subscribe to read on</h2><p>{NEWSLETTER}</p>
<button>Subscribe now</button></div></article>"""
    return page(linked(story, isAccessibleForFree=False), body, story.title)


def public_broadcaster(story: Story) -> str:
    """Classes that no person reads, data-components, "Published" below the byline."""
    blocks = paragraphs(
        story,
        wrap='<div data-component="text-block"><p class="sc-eb7bd">{}</p></div>',
    )
    body = f"""<main id="main-content"><article><header><h1 class="sc-518485e5-0">
{story.title}</h1></header><div data-component="byline-block"><div
data-testid="byline-new"><span class="sc-1">{story.byline}</span><div>Regional
correspondent</div></div></div><div data-component="metadata"><time
datetime="{story.day}T10:00:00.000Z">{story.printed}</time></div>
<figure><img src="a.jpg"><figcaption>{CAPTION}</figcaption></figure>{blocks}
<section data-component="links-block"><h2>More on this story</h2><ul>
{"".join(f"<li><a href=/x>{t}</a></li>" for t in RELATED)}</ul></section></article>
</main>"""
    data = linked(story, author=[{"@type": "Organization", "name": story.outlet}])
    return page(data + graph_tags(story, date=False), body, f"{story.title} - X")


def cable_news(story: Story) -> str:
    """Each paragraph with an id, the outlet in the byline, one stamp of the update."""
    blocks = paragraphs(
        story, wrap='<p class="paragraph inline-placeholder vossi-paragraph">{}</p>'
    )
    body = f"""<section class="layout__main"><div class="headline"><h1 id="maincontent"
class="headline__text">{story.title}</h1><div class="byline"><div
class="byline__names">By <span class="byline__name">{story.byline}</span>,
{story.outlet}</div></div><div class="timestamp">Updated 9:47 AM EDT, {story.printed}
</div></div><div class="article__content">{blocks}<div class="video-resource"><span>
Watch: the orchestra plays in the rebuilt station hall tonight</span></div></div>
</section>"""
    head = linked(story) + f'<meta name="author" content="{story.byline}">'
    return page(head, body, f"{story.title} | {story.outlet}")


def daily(story: Story) -> str:
    """Standfirst before the byline, the day in a `details`, a form amid the text."""
    first, *rest = story.paragraphs
    text = "".join(f"<p>{words}</p>" for words in rest)
    body = f"""<main><article><div data-gu-name="headline"><h1>{story.title}</h1></div>
<div data-gu-name="standfirst"><p>{story.summary}</p></div><address
aria-label="Contributor info"><div><a rel="author" href="/p">{story.byline}</a></div>
</address><details class="dcr-dates"><summary>{story.printed} 10.15 CEST</summary>
</details><div id="maincontent"><p>{first}</p><figure class="element-newsletter">
<p>{NEWSLETTER}</p><form><input type="email"><button>Sign up</button></form></figure>
{text}</div></article></main>"""
    return page(linked(story) + graph_tags(story), body, story.title)


def old_tables(story: Story) -> str:
    """Tables for layout, font elements, two breaks for a paragraph."""
    text = "<br><br>\n".join(story.paragraphs)
    body = f"""<table width="100%"><tr><td width="150"><font size="1"><a
href="/">Home</a><br><a href="/a">Archive</a><br><a href="/c">Contact</a></font></td>
<td><font size="5"><b>{story.title}</b></font><br><font size="2">By {story.byline}<br>
{story.printed}</font><br><br><font face="Times">{text}</font></td></tr></table>
<center><font size="1">Copyright {story.day[:4]} {story.outlet}</font></center>"""
    return page("", body, story.title)


def microdata(story: Story) -> str:
    """Facts in itemprop attributes, in spans and metas among the text."""
    body = f"""<div itemscope itemtype="https://schema.org/NewsArticle">
<h1 itemprop="headline">{story.title}</h1><span itemprop="author" itemscope
itemtype="https://schema.org/Person"><span itemprop="name">{story.byline}</span></span>
<time itemprop="datePublished" datetime="{story.day}">{story.printed}</time>
<div itemprop="articleBody">{paragraphs(story)}</div></div>"""
    tag = f'<meta property="og:site_name" content="{story.outlet}">'
    return page(tag, body, story.title)


def captions(story: Story) -> str:
    """Pictures with captions, a pull quotation, an embedded post, a form."""
    parts = [f"<p>{text}</p>" for text in story.paragraphs]
    figure = f'<figure><img src="x"><figcaption class="caption">{CAPTION}</figcaption>'
    parts.insert(1, f"{figure}</figure>")
    parts.insert(3, f'<div class="newsletter-signup"><p>{NEWSLETTER}</p></div>')
    body = f"""<article><h1>{story.title}</h1>{byline(story)}<time
datetime="{story.day}">{story.printed}</time>{"".join(parts)}</article>"""
    return page(graph_tags(story), body, story.title)


def app_shell(story: Story) -> str:
    """A page that scripts fill: the text stands in its data alone."""
    data = linked(story, articleBody="\n\n".join(story.paragraphs))
    return page(data, f'<div id="root"><h1>{story.title}</h1></div>', story.title)


def divisions(story: Story) -> str:
    """Paragraphs that are `div` elements."""
    blocks = paragraphs(story, wrap='<div class="text">{}</div>')
    body = f"""<div class="article-body"><h1>{story.title}</h1>
<div class="article-author">By {story.byline}</div>
<div class="publish-date">{story.printed}</div>{blocks}</div>"""
    return page(graph_tags(story), body, story.title)


def news_microformat(story: Story) -> str:
    """The classes of hNews."""
    body = f"""<div class="hnews hentry item"><h1 class="entry-title">{story.title}</h1>
<p><span class="byline author vcard">By <span class="fn">{story.byline}</span></span>
<span class="source-org vcard"><span class="org fn">{story.outlet}</span></span>
<abbr class="published" title="{story.day}T08:00:00-05:00">{story.printed}</abbr></p>
<div class="entry-content">{paragraphs(story)}</div></div>"""
    tag = f'<meta name="application-name" content="{story.outlet}">'
    return page(tag, body, story.title)


def crossheads(story: Story) -> str:
    """Headings between the paragraphs, and key points above them."""
    points = "".join(f"<li>{text}</li>" for text in ("Key points", "What is known"))
    parts = [f"<p>{text}</p>" for text in story.paragraphs]
    parts.insert(2, "<h2>What happened</h2>")
    parts.insert(5, "<h2>What comes next</h2>")
    body = f"""<article><h1>{story.title}</h1>{byline(story)}<ul class="toc">{points}
</ul>{"".join(parts)}</article>"""
    return page(linked(story), body, story.title)


def comments_below(story: Story) -> str:
    """A thread of comments that is longer than the article."""
    thread = "".join(f'<div class="comment"><p>{t}</p></div>' for t in COMMENTS * 4)
    body = f"""<article><h1>{story.title}</h1>{byline(story)}{paragraphs(story)}
</article><section id="comments" class="comments"><h2>12 comments</h2>{thread}
</section>"""
    return page(linked(story), body, story.title)


def logo_heading(story: Story) -> str:
    """The site's name is the first heading, the headline the second."""
    body = f"""<h1 class="logo"><a href="/">{story.outlet}</a></h1>
<div class="post"><h2>{story.title}</h2><p class="author">{story.byline}</p>
<p class="posted">Posted: {story.printed} 10:15</p>{paragraphs(story)}</div>"""
    return page("", body, f"{story.title} « {story.outlet}".replace("«", "|"))


def suffixed(story: Story) -> str:
    """Every title in the data ends with the outlet; the author is a page."""
    tags = {
        "og:title": f"{story.title} | {story.outlet}",
        "og:site_name": story.outlet,
        "article:author": "https://social.example/harbour",
        "article:published_time": f"{story.day}T12:00:00+0100",
    }
    head = "".join(f'<meta property="{k}" content="{v}">' for k, v in tags.items())
    body = f"""<main><article><h1><span>{story.title}</span></h1>
<ul class="article-info"><li class="article-info__author">{story.byline}</li>
<li class="article-info__date"><time datetime="{story.day}T12:00">{story.printed}</time>
</li></ul><section class="article-text">{paragraphs(story)}</section></article>
</main>"""
    return page(head, body, f"{story.title} | {story.outlet}")


def hidden_words(story: Story) -> str:
    """Labels for screen readers, templates, a menu for telephones, all unseen."""
    body = f"""<div style="display:none" class="mobile-menu"><p>{NEWSLETTER}</p></div>
<template><p>{COMMENTS[0]}</p></template><noscript><p>{COMMENTS[1]}</p></noscript>
<article><h1>{story.title}</h1><span class="sr-only">Published</span>
<time datetime="{story.day}">{story.printed}</time>{byline(story)}
{paragraphs(story)}</article>"""
    return page(graph_tags(story), body, story.title)


def recirculation(story: Story) -> str:
    """A "read more" line after every other paragraph, and a list of tags."""
    parts = []
    for i, text in enumerate(story.paragraphs):
        parts.append(f"<p>{text}</p>")
        if i % 2:
            link = RELATED[i // 2 % len(RELATED)]
            parts.append(f'<p><strong>READ MORE: <a href="/x">{link}</a></strong></p>')
    tags = "".join(f'<li><a href="/t">{tag}</a></li>' for tag in ("Region", "Sea"))
    body = f"""<article><h1>{story.title}</h1>{byline(story)}
<div class="article-body">{"".join(parts)}</div><ul class="tags">{tags}</ul>
</article>"""
    return page(linked(story), body, story.title)


def authors_box(story: Story) -> str:
    """The writer's life below the text, with a picture and an address."""
    body = f"""<article><h1>{story.title}</h1><div class="meta">{story.printed}</div>
{paragraphs(story)}<div class="author-box"><img src="a"><h4>{story.byline}</h4>
<p>{story.byline} {LIFE}.</p>
<a href="mailto:a@b.example">Email</a></div></article>"""
    return page(linked(story), body, story.title)


def listed_in_data(story: Story) -> str:
    """The page's data describe the list of other articles too, before its own."""
    items = [{"@type": "NewsArticle", "headline": text} for text in RELATED]
    other = {"@context": "https://schema.org", "@type": "ItemList"}
    script = json.dumps([other | {"itemListElement": items}, *items])
    body = f"""<article><h1>{story.title}</h1>{byline(story)}{paragraphs(story)}
</article>"""
    head = f'<script type="application/ld+json">{script}</script>{linked(story)}'
    return page(head, body, f"{story.title} - {story.outlet}")


def broken_data(story: Story) -> str:
    """Data with line ends in their strings, in a comment, after data that is none."""
    data = linked(story, description="Two\nlines").replace("\\n", "\n")
    data = data.replace('ld+json">', 'ld+json"><!--').replace(
        "</script>", "--></script>"
    )
    other = '<script type="application/ld+json">{"@type": "NewsArticle",,}</script>'
    body = f"<article><h1>{story.title}</h1>{paragraphs(story)}</article>"
    return page(other + data, body, story.title)


def teasers_above(story: Story) -> str:
    """Other articles, with bylines and days of their own, between headline and text."""
    teasers = "".join(
        f'<li><h4>{text}</h4><span class="byline">By Paul Wren</span><time '
        f'datetime="2018-03-0{i + 1}">March {i + 1}, 2018</time></li>'
        for i, text in enumerate(RELATED)
    )
    body = f"""<article><h1>{story.title}</h1><div class="related-links"><ul>{teasers}
</ul></div><div class="info">{byline(story)}
<span class="pub-date">{story.printed}</span></div>{paragraphs(story)}</article>"""
    return page(graph_tags(story, date=False), body, story.title)


PLAIN_SHAPES: tuple[Callable[[Story], str], ...] = (
    json_ld,
    open_graph,
    byline_only,
    wordpress,
    amp,
    wire,
    cookie_overlay,
    related_rail,
    endless,
    paywall,
    public_broadcaster,
    cable_news,
    daily,
    old_tables,
    microdata,
    captions,
    app_shell,
    divisions,
    news_microformat,
    crossheads,
    comments_below,
    logo_heading,
    suffixed,
    hidden_words,
    recirculation,
    authors_box,
    listed_in_data,
    broken_data,
    teasers_above,
)
"""Shapes whose facts are the story's own."""
