import { Bulk, patches, perSecond } from '../lib/bulk.js';
import { USUAL_LATENCY } from '../lib/sandbox.js';
import { ratios } from '../lib/statistics.js';
import { Steward } from '../lib/steward.js';

export const title = 'Replicas';
export const workload = 'P8 with 20 reads a second into the same workspace through the other replicas: 1, 2 and 4 replicas';

const SIZES = [1, 2, 4];

export async function measure(bench) {
  const rows = bench.tiny ? 300 : bench.size(3000, 1000);
  const bulk = await Bulk.start(bench, 1, rows);
  const others = [];
  const contenders = SIZES.map((size) => [`${size} replicas`, async () => {
    await scale(bench, bulk, others, size - 1);
    return shared(bulk, await bulk.fresh(), others.length > 0 ? others : [bulk.steward]);
  }]);
  const rounds = await bench.alternate(Object.fromEntries(contenders), {
    warmups: bench.quick ? 0 : 1, show: ({ rate, limited }) => `${rate.toFixed(1)}/s, ${limited} refused`,
  });
  const rates = (size) => rounds[`${size} replicas`].map(({ rate }) => rate);
  for (const size of SIZES) {
    bench.figure(`${size} replicas`, 'requests a second', '/s', rates(size));
  }
  for (const size of SIZES.slice(1)) {
    const off = ratios(rates(size), rates(1)).map((ratio) => Math.abs(ratio - 1) * 100);
    bench.check(`total of ${size} replicas off that of one`, '%', off, { must: 3, aim: 1 });
  }
  bench.check('refused by the rate limit', '', Object.values(rounds).flat().map(({ limited }) => limited), { must: 0 });
}

/** Exactly so many others are running: an idle one may hold a share of the quota. */
async function scale(bench, bulk, others, wanted) {
  await Promise.all(others.splice(wanted).map((other) => other.close()));
  const starting = Array.from({ length: wanted - others.length }, () => {
    const name = `replica-${crypto.randomUUID().slice(0, 8)}`;
    return Steward.start(bench, bulk.sandbox, { name, replicaOf: bulk.steward });
  });
  others.push(...(await Promise.all(starting)));
}

async function shared(bulk, made, readers) {
  const path = await bulk.pathOf(made, 0); // a page of members would be a call for each hundred of the whole list
  let n = 0;
  const reading = setInterval(() => readers[n++ % readers.length].request('GET', path).catch(() => {}), 50);
  try {
    const { journal, limited } = await bulk.run(made, USUAL_LATENCY);
    return { rate: perSecond(meanwhile(journal)), limited };
  } finally {
    clearInterval(reading);
  }
}

/** What was asked from the first write to the last: reads come before and after, too. */
function meanwhile(journal) {
  const writes = patches(journal).map((line) => line.at_ms);
  const [from, to] = [Math.min(...writes), Math.max(...writes)];
  return journal.filter(({ at_ms }) => at_ms >= from && at_ms <= to);
}
