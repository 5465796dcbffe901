"""The rules of the statements stage, as `sayso explain --rule` recites them."""

from sayso.records.base import Rule, RuleId

CLAUSE = RuleId("statements.clause")
BEFORE = RuleId("statements.content_before")
QUOTE_AFTER = RuleId("statements.quote_then_cue")
QUOTE_BEFORE = RuleId("statements.cue_then_quote")
CONTINUED = RuleId("statements.quote_continued")
PARAGRAPH = RuleId("statements.quote_paragraph")
OBJECT = RuleId("statements.object")
INFINITIVE = RuleId("statements.infinitive")
ASKED = RuleId("statements.asked_somebody")
NAMING = RuleId("statements.naming")
GERUND = RuleId("statements.gerund")
PREPOSITION = RuleId("statements.preposition")
STANCE = RuleId("statements.stance")
PASSIVE = RuleId("statements.passive_agent")
ACCORDING = RuleId("statements.according_to")
QUOTED_AS = RuleId("statements.quoted_as_saying")
CITING = RuleId("statements.citing")
NOUN = RuleId("statements.noun")
ATTITUDE = RuleId("statements.attitude")
LABEL = RuleId("statements.label_colon")
DIALOGUE = RuleId("statements.dialogue")
BLOCK = RuleId("statements.block")
POST = RuleId("statements.post")
CREDIT = RuleId("statements.dash_credit")
DECLINED = RuleId("statements.no_comment")
RESPONSIBILITY = RuleId("statements.claimed_responsibility")
FIGURE = RuleId("statements.put_figure")
UNVERIFIED = RuleId("statements.could_not_verify")
ACCUSED = RuleId("statements.accused")
ASIDE = RuleId("statements.aside")
TAIL = RuleId("statements.tail")
RUMOURED = RuleId("statements.rumoured")
AS_SAID = RuleId("statements.as_said")
COLON = RuleId("statements.colon")
UNOWNED = RuleId("statements.noun_without_owner")
NESTED = RuleId("statements.nested")
CARRIED = RuleId("statements.speaker_carried")
NEGATED_CONTENT = RuleId("statements.content_negated")
OPEN = RuleId("statements.left_open")
REFUSED = RuleId("statements.refused")
CONTRARY = RuleId("statements.contrary_to")
CONDITION = RuleId("statements.conditional")
CONTENT_ACT = RuleId("statements.act_from_content")

_SEED = "READING.md of the acceptance case"
_POLNEAR = "PolNeAR guidelines (Newell, Margolin, Ruths 2018): source, cue, content"

RULES: tuple[Rule, ...] = (
    Rule(id=POST, doc="A post of social media, signed '— Name (@handle)' below or at its end."),
    Rule(
        id=DIALOGUE,
        doc="In an interview, what stands below a question or after 'A:' is said by the person interviewed; a question "
        "is asked, not reported.",
    ),
    Rule(
        id=CLAUSE, doc="A reporting verb with a clause: what was said is the clause without its 'that'.", source=_SEED
    ),
    Rule(
        id=BEFORE, doc="'..., the army said': the reporting clause follows or interrupts what was said.", source=_SEED
    ),
    Rule(
        id=QUOTE_AFTER,
        doc="A quotation followed by its cue: '\"...,\" he said' or '\"...,\" said the general'.",
        source=_SEED,
    ),
    Rule(id=QUOTE_BEFORE, doc="A cue followed by its quotation: 'He said: \"...\"'.", source=_POLNEAR),
    Rule(
        id=CONTINUED,
        doc="A quotation right after an attributed one belongs to the same statement (split quotation).",
        source=_POLNEAR,
    ),
    Rule(
        id=PARAGRAPH, doc="A paragraph that is one quotation without a cue continues the last speaker.", source=_POLNEAR
    ),
    Rule(
        id=OBJECT,
        doc="A verb of speech whose object is what was said: denied the claim, announced a truce.",
        source=_SEED,
    ),
    Rule(id=INFINITIVE, doc="vowed to, threatened to, agreed to: the infinitive is what was said.", source=_POLNEAR),
    Rule(
        id=ASKED,
        doc="urged, told, asked somebody to: the somebody is the audience, the infinitive the content.",
        source=_SEED,
    ),
    Rule(
        id=NAMING, doc="accused A of, called X Y, described X as Y: the whole complement is the content.", source=_SEED
    ),
    Rule(id=GERUND, doc="denied firing, suggested meeting: the -ing clause is the content.", source=_POLNEAR),
    Rule(
        id=PREPOSITION,
        doc="called for, insisted on, asked Moscow for: what the preposition governs is the content.",
        source=_SEED,
    ),
    Rule(
        id=STANCE,
        doc="believes, wants, supports: what somebody is reported to hold rather than to have said.",
        source=_POLNEAR,
    ),
    Rule(
        id=PASSIVE,
        doc="A passive cue counts only with its agent ('was condemned by the UN'): no speaker is invented.",
        source="READING.md: 'have been reported killed'",
    ),
    Rule(id=ACCORDING, doc="'according to X' attributes the rest of its sentence to X.", source=_POLNEAR),
    Rule(id=QUOTED_AS, doc="'Z quoted X as saying', 'X was quoted as saying by Z': X speaks, Z relays.", source=_SEED),
    Rule(id=CITING, doc="'Z reported, citing X': X is the speaker of the same content, Z relays.", source="sayso"),
    Rule(
        id=NOUN, doc="The army's claim that, calls by the UN for: a noun of speech with its speaker.", source=_POLNEAR
    ),
    Rule(
        id=ATTITUDE,
        doc="is confident that, is worried that, made clear that: an adjective of opinion with its clause.",
        source=_POLNEAR,
    ),
    Rule(
        id=LABEL,
        doc="'Minister: talks have failed', 'Q: ...': a name and a colon at the start of a line or before a quotation.",
        source=_POLNEAR,
    ),
    Rule(
        id=CREDIT,
        doc="'Dozens killed in raid - officials': in headlines a dash and a source at the end.",
        source="sayso",
    ),
    Rule(
        id=DECLINED,
        doc="did not respond, declined to comment, could not be reached: act decline, no content.",
        source="issue 2, point 4",
    ),
    Rule(
        id=RESPONSIBILITY,
        doc="claimed (or denied) responsibility for: the thing claimed is the content.",
        source="PLOVER; UCDP",
    ),
    Rule(id=FIGURE, doc="put the death toll at 34: figure and thing counted are the content.", source="sayso"),
    Rule(
        id=UNVERIFIED,
        doc="Could not verify: the outlet, or where none is named nobody, declines to vouch for the content.",
        source="issue 2, point 4",
    ),
    Rule(
        id=ACCUSED,
        doc="is accused of, alleged to (no court's charge): accused and charge are the content; no accuser invented.",
        source="READING.md: no speaker is invented",
    ),
    Rule(
        id=RUMOURED,
        doc="is expected, believed, reported to: who and what is said of him are the content; no source is invented.",
        source="PLOVER: what is expected or believed has not happened",
    ),
    Rule(
        id=COLON,
        doc="'The mayor was blunt: \"...\"': a quotation after a colon is said by whom the words before it are about.",
        source=_POLNEAR,
    ),
    Rule(
        id=AS_SAID,
        doc="'As the army has said, ...': the clause that 'as X said' is set off from is what X said.",
        source=_POLNEAR,
    ),
    Rule(
        id=ASIDE,
        doc="', which ...', ', a claim that ...' after what was said, 'as ...' in headlines: the outlet's own.",
        source=_POLNEAR,
    ),
    Rule(
        id=TAIL,
        doc="A content ends before ', urging ...', ', a move that ...', 'but gave no details' and a joined sentence.",
        source=_POLNEAR,
    ),
    Rule(
        id=UNOWNED,
        doc="There were reports that, amid claims that: a noun of speech whose speaker is not named.",
        source=_POLNEAR,
    ),
    Rule(
        id=NESTED,
        doc="A statement made inside what another says has that statement as parent and its speaker in `via`.",
        source=_SEED,
    ),
    Rule(
        id=CARRIED,
        doc="A cue without a subject of its own takes the speaker of the clause it hangs on ('..., adding that').",
        source="issue 2, point 4",
    ),
    Rule(
        id=OPEN,
        doc="Neither confirmed nor denied, would not confirm or deny: act decline, no denial.",
        source="sayso",
    ),
    Rule(id=REFUSED, doc="A rejected demand, request or proposal is declined, not denied.", source="sayso"),
    Rule(
        id=CONTRARY,
        doc="'Contrary to what X said, ...': X said the opposite of what the outlet says.",
        source="sayso",
    ),
    Rule(
        id=CONDITION,
        doc="'We will leave, provided that' is an offer, 'if they stay, we will strike' a threat.",
        source="sayso",
    ),
    Rule(id=NEGATED_CONTENT, doc="Saying that something is not so is a denial.", source=_SEED),
    Rule(
        id=CONTENT_ACT,
        doc="must / has to makes a demand of an assertion, should a proposal, 'would agree' an offer.",
        source=_SEED,
    ),
    Rule(
        id=BLOCK,
        doc="'The minister said:' at the end of a paragraph: the next one, and those after it in the first person.",
    ),
)
