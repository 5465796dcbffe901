"""English is English in capitals, in headlines and among quotations in another language; others are named."""

import pytest

from sayso.article.language import foreign_language

ENGLISH = [
    "Army retakes bridge\nRebels deny losing it\nUN envoy urges truce talks\nPresident vows revenge\nMinister resigns",
    "Two killed in shelling of Lorna",
    "Gunmen kill Maguindanao mayor Datu Andal",
    "Zelensky visits Kherson",
    "The army said that the town was shelled on Monday. " * 2
    + "Die Armee teilte mit, dass die Stadt am Montag beschossen wurde. " * 2,
]
FOREIGN = [
    ("Les forces armées ont bombardé le marché de la ville lundi, ont déclaré des responsables locaux.", "French (fr)"),
    ("Tentara mengatakan bahwa pemberontak menembaki pasar di kota itu pada hari Senin.", "Indonesian (id)"),
    ("Bei Angriffen auf zwei Dörfer im Tal sind am Dienstag sieben Menschen getötet worden.", "German (de)"),
    ("قال الجيش إن المتمردين قتلوا جنودا في المدينة يوم الاثنين.", "Arabic (ar)"),
    ("The army spoke. " + "Die Armee teilte mit, dass die Stadt am Montag beschossen wurde. " * 6, "German (de)"),
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english(text: str) -> None:
    assert foreign_language(text) is None
    assert foreign_language(text.upper()) is None


@pytest.mark.parametrize(("text", "name"), FOREIGN)
def test_foreign(text: str, name: str) -> None:
    assert foreign_language(text) == name
    assert foreign_language(text.upper()) == name
