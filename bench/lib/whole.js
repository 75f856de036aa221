// A wide change from one CSV to its undo, as an agency makes it: asked for, approved by somebody else, applied, read, taken back.
import { refused } from './sandbox.js';

/** @returns ms of each step, the rules that had to be lifted to take it back, and calls that the rate limit refused */
export async function whole(bulk, latency) {
  const made = await bulk.fresh();
  const { result, journal } = await bulk.sandbox.during(latency, made.rows, async () => {
    const set = await bulk.planCsv(made);
    const applied = await finished(bulk, set, made.rows, []);
    const back = await bulk.steward.json('POST', `/v1/change-sets/${set.id}/undo`, { json: { reason: 'bench' } });
    const undo = await bulk.until(back, ({ state }) => state !== 'planning', bulk.steward);
    const rules = [...new Set(undo.guard.violations.map(({ rule }) => rule))];
    const undone = await finished(bulk, undo, made.rows, rules);
    return { accepted: set.took.accepted, planned: set.took.planned, applied, undone, lifted: rules };
  });
  return { ...result, limited: refused(journal), calls: journal.length };
}

async function finished(bulk, set, rows, override) {
  const { ended, ms } = await bulk.toItsEnd(set, { override });
  await bulk.requireAll(ended, rows);
  return ms;
}
