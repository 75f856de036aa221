import { setTimeout as pause } from 'node:timers/promises';
import { Bulk } from '../lib/bulk.js';
import { USUAL_LATENCY } from '../lib/sandbox.js';
import { percentile } from '../lib/statistics.js';

export const title = 'People first';
export const workload = 'interactive PATCH of a member while P8 runs in the same workspace: what it takes beside the answers it waits for';

const EVERY_MS = 100;

export async function measure(bench) {
  const bulk = await Bulk.start(bench);
  const rows = bench.tiny ? 300 : bench.size(3000, 1000);
  const often = bench.tiny ? 10 : Math.round((rows * 8) / EVERY_MS); // 80 % of the time that the bulk takes
  const rounds = await bench.alternate({
    alone: async () => interactive(bulk, await person(bulk, await bulk.fresh(1, rows)), often),
    busy: async () => {
      const made = await bulk.fresh(1, rows);
      const somebody = await person(bulk, made);
      const [figures] = await whileBusy(bulk, made, () => interactive(bulk, somebody, often));
      return figures;
    },
  }, { warmups: 1, show: ({ p50, p99 }) => `${p50.toFixed(1)} / ${p99.toFixed(1)} ms` });
  for (const [name, figures] of Object.entries(rounds)) {
    bench.figure(name, 'p50 beside upstream', 'ms', figures.map(({ p50 }) => p50));
    bench.figure(name, 'p99 beside upstream', 'ms', figures.map(({ p99 }) => p99));
  }
  const added = rounds.busy.map(({ p99 }, round) => p99 - rounds.alone[round].p99);
  bench.check('added at p99', 'ms', added, { must: 60, aim: 30 });
}

async function whileBusy(bulk, made, work) {
  const set = await bulk.planJson(bulk.roleChange(made));
  await bulk.sandbox.forget();
  await bulk.sandbox.latency(USUAL_LATENCY);
  await bulk.apply(set);
  await pause(1000); // until it is under way
  const done = await work();
  const now = await bulk.steward.json('GET', `/v1/change-sets/${set.id}`);
  if (now.state !== 'running') {
    throw new Error(`The bulk was ${now.state} before the last interactive PATCH`);
  }
  await bulk.ended(set);
  return [done];
}

/** An admin, whom the bulk leaves alone. @returns the path of that member */
async function person({ steward }, { ids }) {
  const { items } = await steward.json('GET', `/v1/workspaces/${ids[0]}/members?role=admin`);
  return { path: `/v1/workspaces/${ids[0]}/members/${items[0].id}`, id: items[0].id };
}

/** Somebody changes one nickname again and again. */
async function interactive({ sandbox, steward }, { path, id }, often) {
  await sandbox.forget();
  await sandbox.latency(USUAL_LATENCY);
  const took = [];
  for (let i = 0; i < often; i++) {
    const began = performance.now();
    await steward.json('PATCH', path, { json: { nickname: `n${i}-${began}` } });
    took.push({ ms: performance.now() - began, from: Date.now() - (performance.now() - began) });
    await pause(EVERY_MS);
  }
  const calls = (await sandbox.journal(0)).filter((line) => line.path.endsWith(id));
  const beside = took.map(({ ms, from }) => {
    const during = calls.filter((line) => line.at_ms >= Math.floor(from) - 1 && line.at_ms <= from + ms);
    return ms - during.reduce((sum, line) => sum + line.latency_ms, 0);
  });
  return { p50: percentile(beside, 0.5), p99: percentile(beside, 0.99) };
}
