import { planOf, play, speedOf, totalsOf } from './engine.js';
import { median, printFigure, printNote, printTitle } from './figures.js';
import { playPeer } from './peer.js';
import { contention } from './scenarios.js';

const ROUNDS = 9;
/** Seconds of running in each round: more than 5 in all. */
const SECONDS = 0.8;
const DAYS = 365;
const VARIANTS = {
  'five routes': { routes: 5 },
  'each workload compresses differently': { ownRatio: true },
};

/** Jobs a second under contention, taking turns with the same model in SimPy. */
export function benchContention() {
  printTitle('engine: 20 workloads, 10 years daily, 30-day retention, one core');
  const plan = planOf(contention());
  speedOf(plan, SECONDS);
  const ours = [];
  const peers = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(speedOf(plan, SECONDS));
    const peer = playPeer({ workloads: 20, days: DAYS });
    if (peer) peers.push(peer.jobs / peer.seconds);
  }
  const speeds = ours.map(({ speed }) => speed);
  const speed = median(speeds);
  printFigure('jobs simulated a second, median', speed, { least: 1e6, digits: 0 });
  printFigure('in the fastest round', Math.max(...speeds), { digits: 0 });
  printFigure(
    'running time',
    ours.reduce((sum, { seconds }) => sum + seconds, 0),
    { unit: 's' },
  );
  printFigure('peak memory', process.resourceUsage().maxRSS / 1000, { unit: 'MB', digits: 0 });
  comparePeer(speed, peers);
  for (const [name, choice] of Object.entries(VARIANTS)) {
    const other = planOf(contention(choice));
    speedOf(other, SECONDS);
    const rounds = Array.from({ length: 3 }, () => speedOf(other, SECONDS).speed);
    printFigure(`jobs a second where ${name}`, median(rounds), { digits: 0 });
  }
}

function comparePeer(speed, peers) {
  printTitle('the same contention by hand in SimPy 2.3.1, in turns with the engine');
  const peer = playPeer({ workloads: 20, days: DAYS });
  if (!peer) {
    printNote(
      '*** NOT MEASURED: SimPy is missing; install it with: apt-get install python3-simpy ***',
    );
    return;
  }
  const own = totalsOf(play(planOf(contention({ years: 1 }))));
  printNote('one year of both, so that it can be seen that they are the same model:');
  for (const name of ['jobs', 'bytesStored', 'stored', 'meanSeconds']) {
    printNote(
      `${name.padEnd(12)} engine ${own[name].toPrecision(12)}   SimPy ${peer[name].toPrecision(12)}`,
    );
  }
  printFigure('jobs simulated a second by SimPy, median', median(peers), { digits: 0 });
  printFigure('engine / SimPy', speed / median(peers), { least: 20, digits: 1 });
}
