"""The dependency rule, and that the check would notice a breach."""

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "aimwell"
LINT = Path(sys.executable).parent / "lint-imports"

HOME_OF = {  # a third-party library and the only place that may import it
    "huey": "core/jobs/",
    "weasyprint": "adapters/pdf.py",
    "resvg_py": "adapters/png.py",
    "python_calamine": "adapters/xlsx.py",
    "xlsxwriter": "adapters/xlsx_chart.py",
    "pptx": "adapters/pptx.py",
    "docx": "adapters/docx.py",
}


def lint(folder: Path, *contracts: str) -> subprocess.CompletedProcess[str]:
    chosen = [part for contract in contracts for part in ("--contract", contract)]
    command = [str(LINT), "--no-logo", "--no-cache", "--config", str(ROOT / "pyproject.toml"), *chosen]
    return subprocess.run(
        command, cwd=folder, env={"PYTHONPATH": str(folder), "COLUMNS": "200"}, capture_output=True, text=True
    )


def test_every_contract_is_kept():
    outcome = lint(ROOT / "src")
    assert re.findall(r"Contracts: .*", outcome.stdout) == ["Contracts: 10 kept, 0 broken."], outcome.stdout
    assert outcome.returncode == 0


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("domain/errors.py", "import django", "domain"),
        ("domain/errors.py", "import aimwell.core.history.models", "layers"),
        ("contexts/orgs/services.py", "import aimwell.contexts.people.models", "contexts"),
        ("contexts/people/services/teams.py", "import aimwell.contexts.people.signin.models", "people"),
        ("contexts/people/signin/models.py", "import aimwell.contexts.people.rosters.models", "people"),
        ("contexts/people/services/teams.py", "import huey", "queue"),
        ("contexts/people/services/teams.py", "import weasyprint", "adapters"),
        ("core/history/services.py", "import aimwell.core.jobs.services", "core"),
    ],
)
def test_a_planted_breach_is_named(tmp_path, module, line, contract):
    shutil.copytree(PACKAGE, tmp_path / "aimwell", ignore=shutil.ignore_patterns("static", "fonts", "__pycache__"))
    breached = tmp_path / "aimwell" / module
    breached.write_text(breached.read_text() + f"\n{line}\n")

    outcome = lint(tmp_path, contract)

    assert outcome.returncode == 1
    assert "aimwell." + module.removesuffix(".py").replace("/", ".") + " -> " + line.split()[1] in outcome.stdout


def imports_of(path: Path) -> set[str]:
    """The top-level names that a file imports, wherever in it."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names


def test_domain_imports_the_standard_library_and_numpy_only():
    allowed = set(sys.stdlib_module_names) | {"numpy", "aimwell"}
    foreign = {
        path.relative_to(PACKAGE).as_posix(): sorted(extra)
        for path in (PACKAGE / "domain").rglob("*.py")
        if (extra := imports_of(path) - allowed)
    }
    assert foreign == {}


@pytest.mark.parametrize(("library", "home"), HOME_OF.items())
def test_a_library_has_one_home(library, home):
    places = [path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py") if library in imports_of(path)]
    assert places
    assert [place for place in places if not place.startswith(home)] == []


CONTEXTS = sorted(path.parent.name for path in (PACKAGE / "contexts").glob("*/apps.py"))


@pytest.mark.parametrize("context", CONTEXTS)
def test_a_context_has_the_common_names_only(context):
    allowed = {"models", "services", "queries", "forms", "views", "api", "urls", "jobs", "apps", "__init__"}
    allowed |= {"templates", "locale", "migrations", "static", "management"}
    allowed |= {"offices"}  # who keeps an organisation in order: asked by the apps inside people, too
    allowed |= {"wording"}  # which words and method hold in a place: asked by services and queries alike
    allowed |= {"leaving"}  # what others have to say when somebody ends a place in a team
    allowed |= {"templatetags"}  # what pages of other contexts show of this one
    folder = PACKAGE / "contexts" / context
    # A part with pages of its own has its own few modules.
    own = [path for path in folder.iterdir() if path.name != "__pycache__" and not (path / "urls.py").exists()]
    assert {path.name.removesuffix(".py") for path in own} <= allowed
