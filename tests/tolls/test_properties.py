"""The stage never raises, and what it gives holds together, whatever the text."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.tolls import RULES, find_tolls
from tests.engine import document_of

_WORDS = (
    "at least more than up to nearly between and or some a an the no one two twenty-one dozens of hundreds dozen 12 "
    "1,200 30-40 1.5 million 1.2k 2014 people soldiers civilian children killed wounded dead missing were was have "
    "been could kill killing died death toll rose to stands at from 31 including among them since May so far feared "
    "casualties lives claimed bodies found hostage took prisoner half both family nobody none not $ % - , . ; ( ) "
    "\" ' said that if than 99999999999999999"
).split()
_IDS = {rule.id for rule in RULES}


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(_WORDS), max_size=40).map(" ".join) | st.text(max_size=80))
def test_any_text_gives_sound_tolls(text: str) -> None:
    document = document_of(text)
    tolls = find_tolls(document, (), (), (), ())
    assert tolls == find_tolls(document, (), (), (), ())
    for index, toll in enumerate(tolls):
        sentence = document.sentences[toll.sentence]
        assert toll.evidence
        for span in (*toll.evidence, *((toll.victims,) if toll.victims else ())):
            assert sentence.start <= span.start < span.end <= sentence.end
        assert toll.part_of is None or (toll.part_of != index and 0 <= toll.part_of < len(tolls))
        assert toll.why
        assert set(toll.why) <= _IDS
        assert (toll.low or 0) >= 0
