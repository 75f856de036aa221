import { setTimeout as pause } from 'node:timers/promises';
import { Bulk, KEEP } from '../lib/bulk.js';
import { USUAL_LATENCY } from '../lib/sandbox.js';
import { percentile } from '../lib/statistics.js';

export const title = 'People first';
export const workload = 'interactive PATCH of a member while P8 runs in the same workspace: what it takes beside the answers it waits for';

const PEOPLE = 4; // who work there at the same time

export async function measure(bench) {
  const rows = bench.tiny ? 300 : bench.size(3000, 1000);
  const bulk = await Bulk.start(bench, 1, rows + PEOPLE);
  const contenders = (changed) => {
    const duration = changed * 6; // ms; the bulk takes 10 for each row
    return {
      alone: async () => interactive(bulk, await people(bulk, await bulk.fresh()), duration),
      busy: async () => {
        const made = await bulk.fresh();
        const somebody = await people(bulk, made);
        return whileBusy(bulk, made, changed, () => interactive(bulk, somebody, duration));
      },
    };
  };
  const show = ({ p50, p99 }) => `${p50.toFixed(1)} / ${p99.toFixed(1)} ms`;
  await bench.alternate(contenders(Math.min(rows, 500)), { warmups: 1, rounds: 0, show });
  const rounds = await bench.alternate(contenders(rows), { warmups: 0, show });
  for (const [name, figures] of Object.entries(rounds)) {
    bench.figure(name, 'p50 beside upstream', 'ms', figures.map(({ p50 }) => p50));
    bench.figure(name, 'p99 beside upstream', 'ms', figures.map(({ p99 }) => p99));
  }
  const added = rounds.busy.map(({ p99 }, round) => p99 - rounds.alone[round].p99);
  bench.check('added at p99', 'ms', added, { must: 60, aim: 30 });
}

async function whileBusy(bulk, made, changed, work) {
  const set = await bulk.planJson(bulk.roleChange(made, made.people - changed));
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
  return done;
}

/** Those whom the bulk leaves alone; no admins, so that a change asks of nothing but that member. @returns their paths */
async function people(bulk, made) {
  const paths = [];
  for (let n = 0; n < PEOPLE; n++) {
    paths.push(await bulk.pathOf(made, n + KEEP));
  }
  return paths;
}

/** Each of them has the nickname changed again and again, after once that is not counted: it may prove whose key it is. */
async function interactive({ sandbox, steward }, paths, duration) {
  const rename = (path) => steward.json('PATCH', path, { json: { nickname: `n${performance.now()}` } });
  await Promise.all(paths.map(rename));
  await sandbox.forget();
  await sandbox.latency(USUAL_LATENCY);
  const until = performance.now() + duration;
  const took = [];
  await Promise.all(paths.map(async (path) => {
    while (performance.now() < until) {
      const began = performance.now();
      await rename(path);
      const ms = performance.now() - began;
      took.push({ path, ms, from: Date.now() - ms });
      await pause(100);
    }
  }));
  const journal = await sandbox.journal(0);
  const beside = took.map((each) => each.ms - waitedFor(journal, each));
  return { p50: percentile(beside, 0.5), p99: percentile(beside, 0.99) };
}

/** How long Instantly took for the calls of one change: those that name its member while it went on. */
function waitedFor(journal, { path, ms, from }) {
  const id = path.slice(path.lastIndexOf('/'));
  return journal
    .filter((line) => line.path.endsWith(id) && line.at_ms >= Math.floor(from) && line.at_ms <= from + ms)
    .reduce((sum, line) => sum + line.latency_ms, 0);
}
