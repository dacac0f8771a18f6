"""Processes of their own at work on the test's database: together, or killed half-way."""

import multiprocessing
import os
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from typing import Any

import django
from django.db import connection

# Each child is forked from a server that has loaded the site once and has neither threads nor connections.
FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["tests.crash.acts"])
LONGEST = 60  # seconds until a child that hangs fails its test

Call = tuple[Callable[..., str], tuple[Any, ...]]


def together(*calls: Call) -> list[str]:
    """Do all calls at once, each in a process of its own; return what each said, in order."""
    start = FORKS.Barrier(len(calls))
    pipes = [FORKS.Pipe(duplex=False) for _ in calls]
    children = [
        FORKS.Process(target=_answer, args=(database(), start, sender, *call))
        for call, (_, sender) in zip(calls, pipes, strict=True)
    ]
    connection.close()  # SQLite's locks belong to a process; nothing of ours may be open meanwhile
    for child in children:
        child.start()
    answers = [_received(receiver) for receiver, _ in pipes]
    for child, (receiver, sender) in zip(children, pipes, strict=True):
        child.join(LONGEST)
        child.close()
        receiver.close()
        sender.close()
    return answers


def _received(receiver: Connection) -> str:
    return receiver.recv() if receiver.poll(LONGEST) else "no answer"


def _answer(database: str, start: Barrier, answers: Connection, act: Callable[..., str], args: tuple[Any, ...]) -> None:
    enter(database)
    start.wait(LONGEST)
    answers.send(act(*args))


def killed_at(statement: int, act: Callable[..., str], *args: Any) -> bool:
    """Do a call in a process that is killed just before its nth SQL statement; return whether it came so far."""
    connection.close()
    child = FORKS.Process(target=_until, args=(database(), statement, act, args))
    child.start()
    return _ended(child) == -signal.SIGKILL


def _until(database: str, statement: int, act: Callable[..., str], args: tuple[Any, ...]) -> None:
    enter(database)
    left = statement

    def count(execute: Callable[..., Any], *query: Any) -> Any:
        nonlocal left
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(*query)

    with connection.execute_wrapper(count):
        act(*args)


def killed_after(seconds: float, act: Callable[..., str], *args: Any) -> bool:
    """Do a call in a process that is killed so long after it began; return whether that was in time."""
    connection.close()
    ours, theirs = FORKS.Pipe()
    child = FORKS.Process(target=_begin, args=(database(), theirs, act, args))
    child.start()
    with ours, theirs:
        assert ours.poll(LONGEST), "the process never began"
        ours.recv()
        child.join(seconds)
        child.kill()
        return _ended(child) == -signal.SIGKILL


def _begin(database: str, parent: Connection, act: Callable[..., str], args: tuple[Any, ...]) -> None:
    enter(database)
    connection.ensure_connection()
    parent.send("begun")
    act(*args)


def _ended(child: Any) -> int:
    child.join(LONGEST)
    code = child.exitcode
    child.close()
    assert code in (0, -signal.SIGKILL), f"the process ended with {code}"
    return code


def database() -> str:
    """The name of the test's database."""
    return str(connection.settings_dict["NAME"])


def enter(name: str) -> None:
    """Have this process work on a database."""
    if not django.apps.apps.ready:
        django.setup()
    connection.settings_dict["NAME"] = name
