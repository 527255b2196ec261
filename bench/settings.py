"""The product's settings with two bare pages added, a folder of its own and, on SQLite, a fresh database."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

os.environ.setdefault("AIMWELL_TEST", "1")
if "AIMWELL_HOME" not in os.environ:
    os.environ["AIMWELL_HOME"] = tempfile.mkdtemp(prefix="aimwell-bench-")
    atexit.register(shutil.rmtree, os.environ["AIMWELL_HOME"], ignore_errors=True)

from aimwell.config.settings import *  # noqa: F403
from aimwell.config.settings import TEMPLATES

ROOT_URLCONF = "bench.floors"
TEMPLATES[0]["DIRS"] = [Path(__file__).parent / "templates"]
