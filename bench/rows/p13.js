import { setTimeout as pause } from 'node:timers/promises';
import { Bulk, patches } from '../lib/bulk.js';
import { refused } from '../lib/sandbox.js';
import { Steward } from '../lib/steward.js';
import { LATENCY, PEOPLE } from './p7.js';

export const title = 'Recovery';
export const workload = 'kill -9 at a random moment of P7, on one replica that is started again and on two replicas';

export async function measure(bench) {
  const bulk = await Bulk.start(bench, bench.size(500, 250), PEOPLE);
  const moment = random(20_260_101);
  const killed = (survivor) => async () => {
    for (let share = 0.1 + 0.35 * moment(); share > 0.01; share /= 2) { // rows count once they were seen, when others have long been sent
      const made = await bulk.fresh();
      const met = await accident(bulk, made, Math.round(made.rows * share), survivor);
      if (met) {
        return met;
      }
    }
    throw new Error('Nothing was left to do when the replica was killed, however early');
  };
  const one = await bench.alternate({ 'one replica': killed() }, { warmups: 0, show });
  const other = await Steward.start(bench, bulk.sandbox, { name: 'other', replicaOf: bulk.steward });
  const two = await bench.alternate({ 'two replicas': killed(other) }, { warmups: 0, show });
  for (const [name, rounds] of Object.entries({ ...one, ...two })) {
    bench.check(`${name}: work goes on after`, 'ms', rounds.map(({ silent }) => silent), { must: 10_000, aim: 3_000 });
    bench.check(`${name}: acknowledged rows sent again`, '', rounds.map(({ again }) => again), { must: 0 });
    bench.check(`${name}: refused by the rate limit`, '', rounds.map(({ limited }) => limited), { must: 0 });
  }
}

const show = ({ silent, again }) => `went on after ${silent.toFixed(0)} ms, ${again} sent again`;

/**
 * Kills the first replica in the midst of its work. Whoever is left, or it itself when started again, ends the work.
 * @returns nothing where all had been sent before it was killed
 */
async function accident(bulk, made, rows, survivor) {
  const set = await bulk.planJson(bulk.roleChange(made));
  let died;
  const { result, journal } = await bulk.sandbox.during(LATENCY, made.rows, async () => {
    await bulk.apply(set);
    await applied(bulk, set, rows);
    died = Date.now();
    await bulk.steward.kill();
    if (!survivor) {
      await bulk.steward.boot();
    }
    return bulk.ended(set, survivor ?? bulk.steward);
  });
  await bulk.requireAll(result, made.rows, survivor ?? bulk.steward); // no row is lost
  if (survivor) {
    await bulk.steward.boot(); // for the next round
  }
  const silent = longestSilence(patches(journal), died);
  return silent && { silent, again: sentAgain(journal), limited: refused(journal) };
}

/** Waits until so many rows are made: how fast that is depends on how warm whoever makes them is. */
async function applied({ steward }, { id }, rows) {
  for (let done = 0; done < rows; await pause(20)) {
    const { state, counts } = await steward.json('GET', `/v1/change-sets/${id}`);
    if (state !== 'running') {
      throw new Error(`The change set was ${state} before ${rows} rows were made`);
    }
    done = counts.by_result.applied ?? 0;
  }
}

/** Until the last of the workspaces that were being worked on is worked on again; nothing where none is. */
function longestSilence(journal, died) {
  const begun = new Set(journal.filter((line) => line.at_ms <= died).map((line) => line.workspace_id));
  const resumed = new Map();
  for (const { workspace_id, at_ms } of journal) {
    if (at_ms > died + 5 && begun.has(workspace_id)) { // what was on its way arrives within 5 ms
      resumed.set(workspace_id, Math.min(resumed.get(workspace_id) ?? Infinity, at_ms - died));
    }
  }
  return resumed.size > 0 ? Math.max(...resumed.values()) : undefined;
}

/** Members whom Instantly has changed, and was asked to change again. */
function sentAgain(journal) {
  const done = patches(journal).filter((line) => line.status === 200).map((line) => line.path);
  return done.length - new Set(done).size;
}

/** The same moments in every run (a linear congruential generator). */
function random(seed) {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
