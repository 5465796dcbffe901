"""What an import may load: `import sayso` must stay instant."""

import subprocess
import sys

import sayso

HEAVY = {"spacy", "numpy", "trafilatura", "lxml", "rich", "thinc", "py3langid"}


def test_importing_sayso_loads_nothing_heavy() -> None:
    code = "import sayso, sayso.cli.main, sys; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()  # noqa: S603
    assert not HEAVY & set(loaded)


def test_public_names() -> None:
    assert sayso.__all__ == ["Reading", "__version__", "read"]
    assert all(hasattr(sayso, name) for name in sayso.__all__)


def test_readings_show_themselves_in_notebooks() -> None:
    reading = sayso.read("Rebels shelled the town of Palmyra on Monday, the army said.", published="2015-05-20")
    assert isinstance(reading, sayso.Reading)
    shown = reading._repr_html_()
    assert "Palmyra" in shown
    assert "http://" not in shown.replace("http://www.w3.org", "")
