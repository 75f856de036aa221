import { setTimeout as pause } from 'node:timers/promises';
import { Bulk } from '../lib/bulk.js';
import { Fanout } from '../lib/fanout.js';
import { Hello } from '../lib/hello.js';
import { Sandbox } from '../lib/sandbox.js';
import { ratios } from '../lib/statistics.js';
import { Steward } from '../lib/steward.js';
import { LATENCY, PEOPLE, workspacesOf } from './p7.js';

export const title = 'Memory';
export const workload = 'resident set, idle and under P2 and P7, against an idle Quarkus "hello" with the same extensions';

const SETTLE_MS = 5_000;

export async function measure(bench) {
  const hello = await Hello.prepare(bench);
  const sandbox = await Sandbox.start(bench);
  const steward = await Steward.start(bench, sandbox);
  await steward.close(); // its tables are there now
  const { idle } = await bench.alternate({ idle: () => resident(bench, steward, hello) }, {
    warmups: 0, show: (held) => held.map((mb) => `${mb.toFixed(0)} MB`).join(', hello '),
  });
  const hellos = idle.map(([, mb]) => mb);
  bench.figure('steward', 'resident, idle', 'MB', idle.map(([mb]) => mb));
  bench.figure('hello', 'resident, idle', 'MB', hellos);
  const more = idle.map(([mb, least]) => mb - least);
  bench.check('idle, more than hello', 'MB', more, { must: 96, aim: 48 });

  const underLoad = (name, work) => bench.attempt(`under ${name} / idle hello`, { must: 3, aim: 2, unit: '×' }, async () => {
    const peaks = await work();
    bench.figure('steward', `most resident under ${name}`, 'MB', peaks);
    bench.check(`under ${name} / idle hello`, '×', ratios(peaks, hellos.slice(0, peaks.length)), { must: 3, aim: 2 });
  });
  await underLoad('P2', () => underFanout(bench));
  await underLoad('P7', () => underBulk(bench));
}

/** What each of them holds in MB, started one after another and then left alone. */
async function resident(bench, ...servers) {
  for (const server of servers) {
    await server.boot();
  }
  await pause(bench.tiny ? 500 : SETTLE_MS);
  const held = servers.map(({ program }) => program.resident());
  await Promise.all(servers.map(({ program }) => program.close()));
  return held;
}

async function underFanout(bench) {
  const fanout = await Fanout.start(bench, bench.size(10_000), { steward: { name: 'fanout' } });
  const read = fanout.ours();
  return repeated(bench, fanout.steward, read);
}

async function underBulk(bench) {
  const bulk = await Bulk.start(bench, workspacesOf(bench), PEOPLE, { steward: { name: 'bulk' } });
  return repeated(bench, bulk.steward, async () => bulk.run(await bulk.fresh(), LATENCY));
}

async function repeated(bench, steward, work) {
  const peaks = [];
  for (let round = 0; round < (bench.quick ? 1 : bench.rounds); round++) {
    peaks.push(await steward.program.peak(work));
  }
  return peaks;
}
