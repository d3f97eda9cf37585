"""What every test may rely on: no network, no home, one environment; golden files."""

from __future__ import annotations

import os
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NoReturn

import pytest
from hypothesis import HealthCheck, settings

from briefing.version import __version__

ROOT: Final = Path(__file__).resolve().parent.parent
GOLDEN: Final = ROOT / "tests" / "golden"
ENVIRONMENT: Final = {
    "COLUMNS": "80",
    "LANG": "C.UTF-8",
    "LC_ALL": "C.UTF-8",
    "NO_COLOR": "1",
    "TZ": "UTC",
}

# A shared machine may stall at any moment: time is measured by `make bench`, not here.
settings.register_profile("dev", max_examples=50, deadline=None)
_patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", _patient, max_examples=200, derandomize=True)
settings.register_profile("long", _patient, max_examples=5000)
# By hand: pytest --hypothesis-profile long
settings.load_profile("ci" if os.environ.get("CI") else "dev")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag that `make golden` uses."""
    text = "rewrite the golden files and delete those that no test uses"
    parser.addoption("--update-golden", action="store_true", help=text)


def pytest_configure(config: pytest.Config) -> None:
    """Watch the golden files, in the process that hears of all tests."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(_GoldenWatch())


class _GoldenWatch:
    """Fails a whole, passing run that leaves a golden file unused."""

    def __init__(self) -> None:
        self.used: set[str] = set()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        names = (str(value) for key, value in report.user_properties if key == "golden")
        self.used.update(names)

    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        config = session.config
        whole = config.args_source is not pytest.Config.ArgsSource.ARGS
        chosen = (
            config.option.keyword
            or config.option.markexpr
            or getattr(config.option, "lf", False)
        )
        if exitstatus or chosen or not whole:
            return
        for path in sorted(GOLDEN.glob("*")):
            if path.name in self.used:
                continue
            if config.getoption("--update-golden"):
                path.unlink()
                continue
            text = f"\n{path}: no test uses it; `make golden` deletes it"
            config.get_terminal_writer().line(text)
            session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with `tests/golden/<name>`; the program's version is masked."""

    def compare(name: str, text: str) -> None:
        request.node.user_properties.append(("golden", name))
        path, actual = GOLDEN / name, text.replace(__version__, "VERSION")
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(actual.encode())
        expected = path.read_bytes().decode() if path.exists() else ""
        assert actual == expected, f"see tests/golden/{name}; `make golden` rewrites it"

    return compare


@pytest.fixture(scope="session")
def seeds() -> Path:
    """Give the folder of the example's articles."""
    return ROOT / "seeds"


@pytest.fixture(scope="session", autouse=True)
def _closed_world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Shut out the network, the home folder and the developer's settings."""

    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a test asked for the network")

    # What a shell starts in the background ignores Ctrl-C, and so would its children.
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.default_int_handler)
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, refuse)
        patch.setattr(socket, "getaddrinfo", refuse)
        patch.setenv("HOME", str(tmp_path_factory.mktemp("home")))
        for name in [name for name in os.environ if name.startswith("XDG_")]:
            patch.delenv(name)
        patch.setenv("BRIEFING_CACHE", str(tmp_path_factory.mktemp("cache")))
        for name, value in ENVIRONMENT.items():
            patch.setenv(name, value)
        yield
