"""The table of gold sets that `sayso eval` knows: file, evaluator, what it measures and who else was measured."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sayso.evaluation import (
    acled,
    date_rules,
    ecbplus,
    entities,
    event_location,
    lines,
    muc4,
    petrarch,
    places,
    plover,
    statements,
    times,
    tolls,
)
from sayso.evaluation.report import Score
from sayso.pipeline import Engine

Evaluator = Callable[..., Score]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSet:
    """A gold set: `file` below the data folder, `evaluate(path, engine, limit=...)`, and the `peers` line printed
    beside our figures (best published or measured figures of other systems, shares as .xxx). `main` names the metrics
    that are printed first and have floors in the quality gate; `every` is 8 if every eighth item is enough for both
    (`--full` reads all).
    """

    name: str
    file: str
    evaluate: Evaluator
    measures: str
    main: tuple[str, ...]
    peers: str = ""
    every: int = 1


def _lines(path: Path, engine: Engine, *, limit: int | None = None) -> Score:
    """The line stage needs no language engine."""
    del engine
    return lines.evaluate(path, limit=limit)


_NEAR = ("end to end A@161km",)

SETS: tuple[GoldSet, ...] = (
    GoldSet(
        name="polnear_dev",
        file="polnear_dev.jsonl",
        evaluate=statements.evaluate,
        measures="who said what: content and source of attributions",
        main=("content F1", "who said what F1"),
        peers="on the test part, content and who: citron retrained .546 and .489, GenderGapTracker .510 and .440, "
        "two humans .798 and .752",
    ),
    GoldSet(
        name="polnear_train",
        file="polnear_train.jsonl",
        evaluate=statements.evaluate,
        measures="the same on the set's larger part, every twelfth article",
        main=("content F1", "who said what F1"),
        peers="none on this part",
        every=12,
    ),
    GoldSet(
        name="plover_gsr_dev",
        file="plover_gsr_dev.jsonl",
        evaluate=plover.evaluate,
        measures="PLOVER type of a sentence's event; type with the countries of both sides",
        main=("type F1", "type and both countries", "type, actors and recipients"),
        peers="UniversalPetrarch on the whole set: type F1 .473; type and both countries .19",
    ),
    GoldSet(
        name="case2021_acled_dev",
        file="case2021_acled_dev.jsonl",
        evaluate=acled.evaluate,
        measures="ACLED sub-event type of a snippet, 25 types",
        main=("weighted F1",),
        peers="best supervised system, trained on the task's data: .839",
    ),
    GoldSet(
        name="petrarch_validation",
        file="petrarch_validation.jsonl",
        evaluate=petrarch.evaluate_petrarch,
        measures="CAMEO records (source, target, code) of a sentence, all of them right; actors, and verbs, are given "
        "as a user's own",
        main=("exact, own actors and verbs", "exact, own actors"),
        peers="with the suite's own actors and verbs: UniversalPetrarch 205 of 284 (.722), PETRARCH-2 119 (.419)",
    ),
    GoldSet(
        name="event_location_dev",
        file="event_location_dev.jsonl",
        evaluate=event_location.evaluate_event_location,
        measures="the own place of a given event verb",
        main=("token F1, held-out fifth", "token F1"),
        peers="published, trained on the set: over .83; four fifths of this file trained our ranking too, so the "
        "held-out fifth is the honest figure",
        every=2,
    ),
    GoldSet(
        name="casualty_phrases",
        file="casualty_phrases.jsonl",
        evaluate=tolls.evaluate,
        measures="harm and bounds of casualty phrases, written for this",
        main=("phrases right",),
        peers="number libraries 11 to 21 of 30",
    ),
    GoldSet(
        name="muc4_dev",
        file="muc4_dev.jsonl",
        evaluate=muc4.evaluate,
        measures="incidents of whole reports in capitals as templates, slot by slot, all templates (the official row)",
        main=tuple(f"{slot} F1" for slot in muc4.MAIN),
        peers="best of MUC-4 on its test parts TST3 and TST4: date .59 and .59, location .61 and .59, perpetrator "
        "organisation .48 and .62, confidence in it .34 and .48, victim number .61 and .53, effect .57 and .51",
    ),
    GoldSet(
        name="aquaint",
        file="aquaint.jsonl",
        evaluate=times.evaluate,
        measures="TIMEX3 expressions and values",
        main=("value F1",),
        peers="HeidelTime .721",
    ),
    GoldSet(
        name="timebank",
        file="timebank.jsonl",
        evaluate=times.evaluate,
        measures="TIMEX3 expressions and values",
        main=("value F1",),
        peers="none published on this part in the same manner",
    ),
    GoldSet(
        name="ucdp_date_rules",
        file="ucdp_date_rules.jsonl",
        evaluate=date_rules.evaluate,
        measures="UCDP's worked date cases under the rule set `ucdp`",
        main=("exact",),
        peers="none",
    ),
    GoldSet(
        name="trnews",
        file="trnews.jsonl",
        evaluate=places.evaluate,
        measures="place names found and resolved within 161 km",
        main=_NEAR,
        peers="on gold spans: CamCoder .67, CLAVIN .73; end to end: a prototype over spaCy's names .65",
    ),
    GoldSet(
        name="lgl",
        file="lgl.jsonl",
        evaluate=places.evaluate,
        measures="the same in local news",
        main=_NEAR,
        peers="on gold spans: CamCoder .61, CLAVIN .60",
    ),
    GoldSet(
        name="geovirus",
        file="geovirus.jsonl",
        evaluate=places.evaluate,
        measures="the same in news of epidemics",
        main=_NEAR,
        peers="on gold spans: CamCoder .77, CLAVIN .79; end to end: a prototype over spaCy's names .65",
    ),
    GoldSet(
        name="re3d_dev",
        file="re3d_dev.jsonl",
        evaluate=entities.evaluate,
        measures="mentions of persons, organisations, places and times",
        main=("exact f1",),
        peers="spaCy sm NER, same counting: exact .367, overlap .399",
    ),
    GoldSet(
        name="ecbplus_dev",
        file="ecbplus_dev.jsonl",
        evaluate=ecbplus.evaluate,
        measures="which words tell of actions and sayings, and which of them of the same one",
        main=("CoNLL F1, own mentions, same lemma in topic", "own mentions that are actions"),
        peers="the same joining over gold mentions of all actions, as measured here: .713",
    ),
    GoldSet(
        name="lines_rough_wcxb_dev",
        file="lines_rough_wcxb_dev.jsonl",
        evaluate=_lines,
        measures="which lines of badly extracted pages are the article",
        main=("line F1",),
        peers="keep all .847, C4 rules .811, jusText .774, boosted trees .884",
    ),
    GoldSet(
        name="lines_wcxb_dev",
        file="lines_wcxb_dev.jsonl",
        evaluate=_lines,
        measures="which lines of whole pages, menus and comments included, are the article, without their markup",
        main=("line F1",),
        peers="keep all .527",
    ),
)
"""In the order of docs/accuracy.md."""


def find_set(name: str) -> GoldSet | None:
    """The set of that name, or None."""
    return next((gold for gold in SETS if gold.name == name), None)


def present(data: Path) -> tuple[GoldSet, ...]:
    """The sets whose file lies in the folder `data`."""
    return tuple(gold for gold in SETS if (data / gold.file).is_file())
