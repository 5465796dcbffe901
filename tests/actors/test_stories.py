"""Who is meant in interviews and in the stories of a digest."""

from sayso.api import read
from sayso.records.reading import Reading

INTERVIEW = """'We stay here': an interview with Sava Orlin

Sava Orlin has led the Front since 2019.

Your men shelled the depot last week. Why?

The army had moved guns there. I warned the mayor before we attacked.

Will you leave the valley?

Not before the army leaves it. My brother was killed there.
"""
DIGEST = """World news in brief

Paris strike to end

The talks lasted all weekend, and the unions agreed with the government on a raise of four percent.

Minister Jean Morel met the unions in Paris and thanked them for what he called a sensible deal.

Lima loses its minister

The minister resigned on Tuesday after weeks of protest in the capital. The minister said the courts would decide.

Floods in Quito

Heavy rain has flooded large parts of the city of Quito, and the mayor asked the people to stay home.
"""


def quotes(text: str, name: str) -> list[str]:
    reading = read(text, published="2024-03-05")
    assert isinstance(reading, Reading)
    return [m.quote for actor in reading.actors if actor.name == name for m in actor.mentions]


def test_the_first_person_of_an_answer_is_who_is_interviewed() -> None:
    assert {"I", "My"} <= set(quotes(INTERVIEW, "Sava Orlin"))


def test_the_minister_of_another_story_is_another() -> None:
    assert quotes(DIGEST, "Jean Morel") == ["Minister Jean Morel", "he"]
