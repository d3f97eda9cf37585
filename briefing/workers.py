"""Do one piece of work for many items: remembered, or shared out over processes."""

from __future__ import annotations

import gc
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Generic, Self, TypeVar

from briefing.cache import Cache, key_of
from briefing.frozen import freeze, thaw

if TYPE_CHECKING:  # most runs need no other process
    from concurrent.futures import Future, ProcessPoolExecutor

T = TypeVar("T")

TASTE: Final = 0.5
"""Seconds of work before others are called to help: as long as they take to start."""

HANDFUL: Final = 16
"""Items that must be left then; fewer are done before the others have started."""

MOST: Final = 8
"""Processes at the most; each takes 100 MB, and relating what they find is one's."""

AHEAD: Final = 4
"""Items for each process that wait: it never starves, and memory stays bounded."""


@dataclass(frozen=True, slots=True)
class Means:
    """What a run may use beside its own process and memory: nothing by default."""

    cache: Cache | None = None
    """Where results are kept from one run to the next."""
    workers: int = 1
    """Processes at the most; they change no result."""
    taste: float = TASTE
    """Seconds of work before other processes are called to help."""


ALONE: Final = Means()


def cores() -> int:
    """Give how many processes this one may keep busy."""
    try:
        return min(MOST, len(os.sched_getaffinity(0)))
    except AttributeError:  # macOS and Windows
        return min(MOST, os.cpu_count() or 1)


@dataclass(frozen=True, slots=True)
class Task:
    """An item of work."""

    name: str
    key: str | None
    """Under which its result is kept; None where it is not."""
    arguments: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Work(Generic[T]):
    """What is done for each item: a pure function that another process can import."""

    function: Callable[..., T]
    may_keep: Callable[[T], bool] = lambda _: True


class Workshop:
    """Does work; other processes help once it turns out to be long."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self._pool: ProcessPoolExecutor | None = None
        self._strangers: set[int | None] = set()
        self._can_share = means.workers > 1
        self._spent = 0.0
        self._has_kept = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is None:
            self.let_go()
        elif self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._end_helpers()
        if self._has_kept and self._means.cache is not None:
            self._means.cache.tidy()

    def run(
        self, work: Work[T], tasks: Iterable[Task], count: int
    ) -> Iterator[tuple[Task, T]]:
        """Give each of the *count* tasks with its result, in order."""
        waiting: deque[tuple[Task, Callable[[], T]]] = deque()
        for number, task in enumerate(tasks):
            waiting.append((task, self._begin(work, task, count - number)))
            ahead = 0 if self._pool is None else AHEAD * self._means.workers
            while len(waiting) > ahead:
                done, result = waiting.popleft()
                yield done, result()
        for done, result in waiting:
            yield done, result()

    def remembered(self, work: Work[T], task: Task) -> T:
        """Give the result of one *task*, kept or worked out here."""
        known = self._kept(task)
        return self._here(work, task) if known is None else known()

    @property
    def is_keeping(self) -> bool:
        """Tell whether results are kept from one run to the next."""
        return self._means.cache is not None

    def key(self, *parts: str) -> str | None:
        """Give the key of what is made of *parts*; None where nothing is kept."""
        return None if self._means.cache is None else key_of(*parts)

    def let_go(self) -> None:
        """End the helping processes, which have nothing left to do."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def _begin(self, work: Work[T], task: Task, left: int) -> Callable[[], T]:
        """Begin a *task*; what is given waits for its result."""
        known = self._kept(task)
        if known is not None:
            return known
        if self._can_share and self._spent >= self._means.taste and left >= HANDFUL:
            future = self._send(work, task)
            if future is not None:
                return lambda: self._fetch(work, task, future)
        return lambda: self._here(work, task)

    def _kept(self, task: Task) -> Callable[[], Any] | None:
        if task.key is None or self._means.cache is None:
            return None
        kept = self._means.cache.read(task.key)
        try:
            value = None if kept is None else thaw(kept)
        except ValueError:
            return None
        return None if kept is None else lambda: value

    def _here(self, work: Work[T], task: Task) -> T:
        """Do a *task* in this process."""
        spent, started = self._spent, time.monotonic()
        result = work.function(*task.arguments)
        # Not added to what it is now: parts of the work may have been done here too.
        self._spent = spent + time.monotonic() - started
        self._keep(work, task, result, None)
        return result

    def _fetch(self, work: Work[T], task: Task, future: Future[bytes]) -> T:
        """Wait for a *task* that another process does; do it where that one is gone."""
        from concurrent.futures import BrokenExecutor

        try:
            frozen = future.result()
        except BrokenExecutor:
            self._can_share = False
            return self._here(work, task)
        result: T = thaw(frozen)
        self._keep(work, task, result, frozen)
        return result

    def _keep(self, work: Work[T], task: Task, result: T, frozen: bytes | None) -> None:
        cache = self._means.cache
        if cache is not None and task.key is not None and work.may_keep(result):
            cache.write(task.key, freeze(result) if frozen is None else frozen)
            self._has_kept = True

    def _send(self, work: Work[T], task: Task) -> Future[bytes] | None:
        """Give a *task* to another process; None where there can be none."""
        from concurrent.futures import BrokenExecutor

        try:
            self._pool = self._pool or self._opened()
            with _interrupts_held():
                return self._pool.submit(_frozen, work.function, *task.arguments)
        except (BrokenExecutor, ImportError, NotImplementedError, OSError):
            # A system that has no semaphores, or no room for another process.
            self._can_share = False
            return None

    def _opened(self) -> ProcessPoolExecutor:
        """Open a pool; processes are started as work comes in.

        They are new ones, not copies of this one, whose threads a copy would lack.
        """
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor

        self._strangers = {child.pid for child in multiprocessing.active_children()}
        spawn = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self._means.workers, spawn, _settle_in)

    def _end_helpers(self) -> None:
        import multiprocessing

        for child in multiprocessing.active_children():
            if child.pid not in self._strangers:
                child.terminate()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Keep Ctrl-C from a process that is started inside: it would print where it is.

    What is blocked stays so in the new process; here it arrives a moment later.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _settle_in() -> None:
    """Prepare a helping process: it leaves Ctrl-C to the first, and ends with it."""
    gc.disable()  # as the command line does
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this process when the first is gone, in whatever way."""
    import multiprocessing

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _frozen(function: Callable[..., Any], *arguments: Any) -> bytes:
    """Do the work of one task; bytes cross to the other process as they are."""
    return freeze(function(*arguments))
