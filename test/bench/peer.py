"""The contention of scenarios.js, written by hand in SimPy 2.3.1.

A process starts the jobs of each day; a job is a process that waits for its data to be moved and
checked; one process shares link and store among the flows under way by max-min fairness with
weights (progressive filling), as the engine does: a moved source byte takes `ratio` bytes of the
link and `ratio / write` seconds of the store, a checked one `ratio / read` seconds of the store
and goes no faster than one core checks.

Reads one JSON object on standard input and prints one.
"""

import json
import math
import sys
from time import perf_counter

from SimPy.Simulation import *

DAY = 86400.0
HOUR = 3600.0
LIGHT_IN_FIBRE = 2e8
INFINITY = float("inf")
ROUNDING = 1e-6  # seconds; years counted in seconds leave no finer ones


class Flow:
    __slots__ = ("job", "left", "link", "store", "cap", "rate")

    def __init__(self, job, amount, link, store, cap):
        self.job = job
        self.left = amount
        self.link = link
        self.store = store
        self.cap = cap
        self.rate = 0.0


class Sharing(Process):
    """Sleeps until the next flow ends, or until a flow is added; then shares anew."""

    def __init__(self, world):
        Process.__init__(self)
        self.world = world
        self.flows = []
        self.since = 0.0

    def add(self, flow):
        self.advance()
        self.flows.append(flow)
        reactivate(self)

    def advance(self):
        passed = now() - self.since
        if passed > 0:
            for flow in self.flows:
                flow.left -= flow.rate * passed
            self.since = now()

    def run(self):
        while True:
            self.advance()
            first = self.share()
            if first is None:
                yield passivate, self
                self.since = now()
                continue
            yield hold, self, first.left / first.rate
            self.advance()
            if first.left <= first.rate * ROUNDING:
                self.flows.remove(first)
                reactivate(first.job)

    def share(self):
        """Rates rise together until something is used up or a flow meets its cap."""
        waiting = self.flows
        link, store = self.world["link"], 1.0
        while waiting:
            on_link = on_store = 0.0
            least = INFINITY
            for flow in waiting:
                on_link += flow.link
                on_store += flow.store
                if flow.cap < least:
                    least = flow.cap
            by_link = link / on_link if on_link > 0 else INFINITY
            by_store = store / on_store if on_store > 0 else INFINITY
            level = min(by_link, by_store)
            if least <= level:
                held = [flow for flow in waiting if flow.cap <= level]
                rest = [flow for flow in waiting if flow.cap > level]
                for flow in held:
                    flow.rate = flow.cap
            elif by_link <= by_store:
                held = [flow for flow in waiting if flow.link > 0]
                rest = [flow for flow in waiting if flow.link == 0]
                for flow in held:
                    flow.rate = level
            else:
                held, rest = waiting, []
                for flow in held:
                    flow.rate = level
            if rest:
                for flow in held:
                    link -= flow.rate * flow.link
                    store -= flow.rate * flow.store
            waiting = rest
        first, least = None, INFINITY
        for flow in self.flows:
            seconds = flow.left / flow.rate
            if seconds < least:
                first, least = flow, seconds
        return first


class Chain:
    """Restore points of one workload; increments need the full before them."""

    def __init__(self):
        self.points = []
        self.stored = 0.0

    def add(self, full, size, keep):
        points = self.points
        points.append((full, size))
        self.stored += size
        while True:
            following = next((i for i in range(1, len(points)) if points[i][0]), None)
            if following is None or len(points) - following < keep:
                return
            self.stored -= sum(size for _, size in points[:following])
            del points[:following]


class Job(Process):
    def __init__(self, world, workload, day):
        Process.__init__(self)
        self.world = world
        self.workload = workload
        self.day = day

    def run(self):
        world, workload, start = self.world, self.workload, now()
        full = self.day % 7 == 6 or self.day == 0
        source = workload["size"] * math.exp(math.log1p(world["growthPerYear"]) / 365 * self.day)
        read = source if full else source * world["share"]
        ratio = 1 / world["compressibility"]
        yield hold, self, world["latency"]
        world["sharing"].add(Flow(self, read, ratio, ratio / world["storeWrite"], INFINITY))
        yield passivate, self
        world["sharing"].add(Flow(self, read, 0.0, ratio / world["storeRead"], world["verify"]))
        yield passivate, self
        workload["chain"].add(full, read * ratio, world["keepDays"])
        world["jobs"] += 1
        world["bytesStored"] += read * ratio
        world["seconds"] += now() - start
        if now() > self.day * DAY + 7 * HOUR:
            world["late"] += 1


class Days(Process):
    def run(self, world):
        yield hold, self, HOUR
        for day in range(world["days"]):
            for workload in world["workloads"]:
                job = Job(world, workload, day)
                activate(job, job.run())
            yield hold, self, DAY


def hot_share(world):
    """Share that differs after a day where a part of the data takes most of the changes."""

    def after_a_day(share):
        return -math.expm1(math.log1p(-share))

    change, hot, takes = world["changePerDay"], world["hot"], world["takes"]
    cold = 1 - hot
    return hot * after_a_day(change * takes / hot) + cold * after_a_day(change * (1 - takes) / cold)


def simulate_days(world):
    world.update(jobs=0, bytesStored=0.0, seconds=0.0, late=0)
    world["workloads"] = [{"size": size, "chain": Chain()} for size in world["sizes"]]
    world["share"] = hot_share(world)
    world["latency"] = world["kilometres"] * 1000 / LIGHT_IN_FIBRE
    initialize()
    world["sharing"] = Sharing(world)
    activate(world["sharing"], world["sharing"].run())
    days = Days()
    activate(days, days.run(world))
    simulate(until=(world["days"] + 1) * DAY)


world = json.load(sys.stdin)
began = perf_counter()
simulate_days(world)
took = perf_counter() - began
json.dump(
    {
        "jobs": world["jobs"],
        "bytesStored": world["bytesStored"],
        "meanSeconds": world["seconds"] / world["jobs"],
        "stored": sum(workload["chain"].stored for workload in world["workloads"]),
        "late": world["late"],
        "seconds": took,
    },
    sys.stdout,
)
