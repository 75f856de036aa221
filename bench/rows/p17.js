import { execFileSync } from 'node:child_process';
import { Bulk, ms } from '../lib/bulk.js';
import { ratios } from '../lib/statistics.js';
import { LATENCY, PEOPLE } from './p7.js';

export const title = 'Ledger';
export const workload = 'P7 against P7 with a ledger that writes nothing, on the class path of the bench only';

export async function measure(bench) {
  const same = bench.directory('no-classes'); // both are started in the same way
  const bulk = await Bulk.start(bench, bench.size(500, 250), PEOPLE, { steward: { classes: same } });
  const without = await bulk.start({ name: 'no-ledger', classes: compiled(bench) });
  const written = await entries(without);
  const run = (steward) => async () => bulk.run(await bulk.fresh(), LATENCY, { steward });
  const rounds = await bench.alternate({ steward: run(bulk.steward), 'no ledger': run(without) }, {
    warmups: 1, show: ({ ms: took }) => `${took.toFixed(0)} ms`,
  });
  if ((await entries(without)) !== written) { // otherwise the row would measure Steward against itself
    throw new Error('The Steward without a ledger has written entries');
  }
  for (const [name, figures] of Object.entries(rounds)) {
    bench.figure(name, 'wall', 'ms', ms(figures));
  }
  const ratio = ratios(ms(rounds.steward), ms(rounds['no ledger']));
  bench.check('with / without ledger', '×', ratio, { must: 1.15, aim: 1.05, compare: true });
}

/** The replaced class, compiled against Steward's. @returns the directory with it */
function compiled(bench) {
  const directory = bench.directory('no-ledger-classes');
  const javac = bench.java.replace(/java$/, 'javac');
  execFileSync(javac, ['-nowarn', '-proc:none', '-d', directory, '-cp', bench.classPath, 'bench/noledger/Appending.java'], { stdio: 'pipe' });
  return directory;
}

const entries = async (steward) => (await steward.json('GET', '/v1/ledger/verify')).entries;
