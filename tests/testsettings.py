"""The product's settings as the tests see them: own folder, own database, quick passwords.

Each test process (and each pytest-xdist worker) has a folder of its own, removed at the end, so that several
people can run tests in one checkout. The test database on SQLite is a file, not memory: the threads of the live
server then share it exactly as they do in production (WAL).
"""

import atexit
import os
import shutil
import tempfile

os.environ["AIMWELL_TEST"] = "1"
os.environ["AIMWELL_HOME"] = tempfile.mkdtemp(prefix="aimwell-test-")
os.environ["AIMWELL_QUEUE"] = f"sqlite:{os.environ['AIMWELL_HOME']}/queue.sqlite3"
atexit.register(shutil.rmtree, os.environ["AIMWELL_HOME"], ignore_errors=True)

from aimwell.config.settings import *  # noqa: E402, F403
from aimwell.config.settings import DATABASES, HOME  # noqa: E402

API_PER_MINUTE = API_WRONG_PER_MINUTE = 1_000_000  # a walk over all operations is no attack
WHITENOISE_AUTOREFRESH = True  # else every test client would list all static files before its first request

if "sqlite" in DATABASES["default"]["ENGINE"]:
    DATABASES["default"]["TEST"] = {"NAME": str(HOME / "test.sqlite3")}
