"""Why lines were dropped and parts recognised: the rules of the article stage."""

from sayso.records.base import Rule, RuleId

PAGES = "measured on public line-labelled pages, docs/accuracy.md"


def _rule(name: str, doc: str, source: str = "sayso") -> Rule:
    return Rule(id=RuleId(f"article.{name}"), doc=doc, source=source)


RULES: tuple[Rule, ...] = (
    _rule(
        "outside_body",
        "A block of an HTML page that lies outside the article body found by the extractor.",
        "trafilatura 2.3",
    ),
    _rule(
        "whole_line",
        "A short line that says nothing but what furniture says (a button, a link, a label), word for word.",
    ),
    _rule(
        "opening",
        'A line that opens as furniture does ("Read more:", "© 2020", "Reporting by") and is not running text.',
    ),
    _rule(
        "credit",
        "A line of names and agencies joined by slashes, or marked as a photo credit; a caption that ends in one.",
    ),
    _rule("byline", 'A line that names the author: "By NAME", or a bare name between headline and text.'),
    _rule("agency_tail", "The last lines of agency copy: who reported, who edited, which agency."),
    _rule("entry", "The time at which an entry of a live page was posted, on a line of its own or before its words."),
    _rule("comment_thread", "Names with a date and a time below each of them, after the text: the readers' comments."),
    _rule("timestamp", 'A line that is nothing but a date, a time of day, an age ("2 hours ago") or a reading time.'),
    _rule(
        "appeal_voice",
        "Outside quotation marks the outlet speaks of itself and to the reader, and asks for support of journalism.",
    ),
    _rule(
        "appeal_button",
        "An imperative to support or give above the headline, where the page asks elsewhere too, or shouts.",
    ),
    _rule(
        "appeal_block",
        "A line inside or next to a block of appeals that carries no reporting: the appeal goes as a whole.",
    ),
    _rule("newsletter_voice", "An imperative to the reader about newsletters, channels, apps or alerts."),
    _rule("cookie_voice", "A notice that speaks to the reader about cookies or consent."),
    _rule("paywall_voice", "A notice that speaks to the reader about subscriptions or signing in."),
    _rule(
        "author_note",
        "A paragraph near the end that opens with the name of an author of this article and says who that is.",
    ),
    _rule("before_text", "A short line before the first running text that is neither headline nor standfirst.", PAGES),
    _rule("after_text", "A short line without final punctuation after the last running text.", PAGES),
    _rule(
        "section",
        'Everything from a heading such as "Related stories" or "Comments" to the end, where little text follows.',
        PAGES,
    ),
    _rule("links", "A block of an HTML page most of whose characters are links, not in running text."),
    _rule("teaser", "A cut-off summary of another page after the text."),
    _rule("short_run", "A run of three or more very short lines without final punctuation between paragraphs.", PAGES),
    _rule(
        "menu",
        "Eight or more short lines on end with furniture among them, or five before or after the text: no sentences.",
        PAGES,
    ),
    _rule("repeat", "A line that repeats the headline or an earlier line word for word."),
    _rule(
        "slug",
        'Slug and take lines of agencies above the text ("BC-ELARA-BLAST, 2nd Ld-Writethru"), "UPDATE 3-" before a '
        'headline, "BREAKING:" and coloured dots before a paragraph.',
    ),
    _rule("end_mark", 'The mark with which agencies end their copy: "Enditem", "ENDS", "(more)".'),
    _rule("mail_head", 'The head of a mail or posting above the text: two or more lines such as "Subject: ...".'),
    _rule(
        "correction",
        "What the house says about its own article: amended, corrected, what an earlier version said. No report.",
    ),
    _rule("table", "Cells of a table of figures and names, with its caption: no sentences to be read."),
    _rule("bullet", "The bullet or number before an item of a list; the item stays."),
    _rule("note_mark", "The mark of a footnote in running text."),
    _rule("dateline", "Place, date and agency before the first sentence of a report, closed by a dash or colon."),
    _rule("front_matter", "The metadata block at the top of a Markdown file."),
    _rule("headline", "The headline: what the page declares, or the first title-like line before the text."),
    _rule(
        "standfirst",
        "A title-like sentence between headline and text; a paragraph there that is set as a heading, has no full "
        "stop, or stands before the dateline.",
    ),
    _rule(
        "caption",
        "The caption of a figure of the article, or a sentence that a photo credit ends; the credit is cut off.",
    ),
)
