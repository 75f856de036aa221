import { setTimeout as pause } from 'node:timers/promises';
import { Bulk, ms } from '../lib/bulk.js';
import { ratios } from '../lib/statistics.js';
import { whole } from '../lib/whole.js';

export const title = 'Wide bulk';
export const workload = 'a role change of 25,000 members in 500 workspaces, upstream 20 ms, from apply to its end; read-back included';

export const LATENCY = { median_ms: 20 };
export const PEOPLE = 50;
export const workspacesOf = (bench) => bench.size(500);

const show = ({ ms: took }) => `${took.toFixed(0)} ms`;

export async function measure(bench) {
  const workspaces = workspacesOf(bench);
  const bulk = await Bulk.start(bench, workspaces, PEOPLE);
  const theirs = await bulk.strangers();
  const rival = (name, made = theirs) => bulk.rival(name, made, LATENCY, { atOnce: 1024, perSecond: 100 });
  const part = (share) => ({ ...theirs, fleet: theirs.fleet.slice(0, Math.max(1, workspaces * share)) });
  const few = part(0.01);
  const some = bench.quick ? part(0.1) : theirs; // bottleneck takes a minute for all of them
  const loop = await bulk.rival('loop', few, LATENCY, {}); // finds those who may view, while they still may no more
  const shown = { 'p-queue': await rival('p-queue'), bottleneck: await rival('bottleneck', some) };
  const bare = await rival('vertx');
  const rounds = await bench.alternate({
    steward: async () => bulk.run(await bulk.fresh(), LATENCY),
    vertx: async () => {
      await pause(1000); // two rounds of it may follow each other, and a second has but 100 calls
      return bare();
    },
  }, { warmups: bench.quick ? 2 : 3, shown, show });
  const { bottleneck, ...all } = rounds;
  for (const [name, figures] of Object.entries(all)) {
    bench.figure(name, 'wall', 'ms', ms(figures));
  }
  const slowest = ms(bottleneck).map((took) => (took * workspaces) / some.fleet.length);
  bench.figure('bottleneck', 'wall', 'ms', slowest, bench.quick && 'extrapolated from 10 %');
  bench.figure('steward', 'planning before it', 'ms', rounds.steward.map(({ planned }) => planned));
  bench.figure('steward', 'estimate / wall', '×', rounds.steward.map(({ estimate }) => estimate));
  const walks = bench.quick ? [] : [await whole(bulk, LATENCY)]; // half a minute, and only shown
  for (const walk of walks) {
    bench.figure('one CSV', 'until accepted', 'ms', [walk.accepted]);
    bench.figure('one CSV', 'applied', 'ms', [walk.applied]);
    bench.figure('one CSV', 'taken back', 'ms', [walk.undone], `lifting ${walk.lifted.join(', ')}`);
  }
  const alone = await loop();
  bench.figure('sequential loop', 'wall', 'ms', [(alone.ms * workspaces) / few.fleet.length], 'extrapolated from 1 %');

  bench.check('wall / bare Vert.x loop of the same PATCHes', '×', ratios(ms(rounds.steward), ms(rounds.vertx)), { must: 3, aim: 2, compare: true });
  bench.check('refused by the rate limit', '', [...walks, ...rounds.steward].map(({ limited }) => limited), { must: 0 });
}
