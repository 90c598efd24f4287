"""Who makes the batches: this process, its forked children, or a cluster, all behind `concurrent.futures.Executor`."""

import gc
import multiprocessing
import os
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any

CLUSTER = "dask://"


class Here(Executor):
    """Does the work at once, in this process."""

    def submit(self, work: Any, /, *given: Any, **named: Any) -> Future:
        """Return the finished work."""
        done: Future = Future()
        try:
            done.set_result(work(*given, **named))
        except BaseException as error:
            done.set_exception(error)
        return done


@contextmanager
def executor(address: str, batches: int) -> Iterator[Executor]:
    """Give who makes `batches` batches: the cluster at `address` (`dask://host:port`), else as many children as there are processors."""
    workers = min(batches, len(os.sched_getaffinity(0)))
    if address:
        with _cluster(address) as found:
            yield found
    elif workers < 2:
        yield Here()
    else:
        # What is read already is shared with the children; nothing in it is looked at again by the collector.
        gc.freeze()
        with ProcessPoolExecutor(workers, multiprocessing.get_context("fork"), initializer=gc.disable) as pool:
            yield pool


@contextmanager
def _cluster(address: str) -> Iterator[Executor]:
    if not address.startswith(CLUSTER):
        raise ValueError(f"an executor is an address such as dask://host:8786, not {address!r}")
    try:
        from distributed import Client
    except ImportError as missing:
        raise ValueError("this executor needs Dask: pip install 'c2site[cluster]'") from missing
    with Client(address.replace(CLUSTER, "tcp://", 1)) as client, client.get_executor() as found:
        yield found
