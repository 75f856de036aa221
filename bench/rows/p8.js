import { Bulk, patches, perSecond } from '../lib/bulk.js';
import { USUAL_LATENCY } from '../lib/sandbox.js';

export const title = 'Deep bulk';
export const workload = 'a role change of 3,000 members of one workspace: how much of 100 requests a second is used';

const LIMITS = { atOnce: 1024, perSecond: 100 };

export async function measure(bench) {
  const rows = bench.tiny ? 300 : 3000;
  const bulk = await Bulk.start(bench, 1, rows);
  await bulk.run(await bulk.fresh(), USUAL_LATENCY, { but: rows - 300 }); // warms up: a round takes half a minute, however warm it is
  const theirs = bench.quick ? 400 : rows; // they are only shown, and their rate does not depend on it
  const rival = async (name) => shown(await bulk.rival(name, await bulk.strangers(1, theirs), USUAL_LATENCY, LIMITS), theirs);
  const rivals = { 'p-queue': await rival('p-queue'), bottleneck: await rival('bottleneck') };
  const show = ({ rate, limited }) => `${rate.toFixed(1)}/s, ${limited} refused`;
  const steward = async () => deep(await bulk.run(await bulk.fresh(), USUAL_LATENCY), rows);
  const rounds = await bench.alternate({ steward }, { warmups: 0, shown: rivals, show });
  for (const [name, figures] of Object.entries(rounds)) {
    bench.figure(name, 'requests a second', '/s', figures.map(({ rate }) => rate));
    bench.figure(name, 'refused by the rate limit', '', figures.map(({ limited }) => limited));
  }
  const of = (what) => rounds.steward.map((round) => round[what]);
  bench.check('requests a second', '/s', of('rate'), { must: 96, aim: 98, least: true, compare: true });
  const off = (estimate) => Math.abs(1 - estimate) * 100;
  bench.check('estimate off by', '%', of('estimate').map(off), { must: 20 });
  bench.check('calls beside the rows', '%', of('overhead'), { must: 3 });
  bench.check('refused by the rate limit', '', of('limited'), { must: 0 });
}

export function deep({ journal, limited, estimate }, rows) {
  return { limited, estimate, rate: perSecond(journal), overhead: ((journal.length - patches(journal).length) * 100) / rows };
}

/** A rival that is refused is not stopped: that it keeps to the limit is what is looked at. */
const shown = (run, rows) => async () => deep(await run(), rows);
