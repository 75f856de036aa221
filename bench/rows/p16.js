import { agency } from '../lib/agency.js';
import { MEMBERS } from '../lib/fanout.js';
import { Rival } from '../lib/rival.js';
import { USUAL_LATENCY } from '../lib/sandbox.js';
import { ratios } from '../lib/statistics.js';

export const title = 'Overload';
export const workload = '10,000 clients reading members of 1,000 workspaces, offering three times what Steward can do';

const PATIENCE_MS = 30_000; // an answer later than this is a client that hangs

export async function measure(bench) {
  const workspaces = bench.size(1000);
  const { sandbox, steward, ids } = await agency(bench, workspaces, MEMBERS);
  const seconds = bench.quick ? 6 : 10;
  const load = await Rival.start(bench, 'load');
  const calls = ids.map((id) => [`/v1/workspaces/${id}/members`, steward.token]);
  const offer = async (label, options) =>
    load.prepare({ base: steward.url, calls, timeoutMs: PATIENCE_MS, ...options }, label);

  await sandbox.latency(USUAL_LATENCY);
  const closed = {};
  for (const clients of [256, 1024, 2048].map((n) => bench.size(n))) {
    closed[clients] = await offer(`closed-${clients}`, { clients, seconds: seconds / 2 });
  }
  const peak = async () => Math.max(...(await inTurn(Object.values(closed), async (file) => goodput(await load.go(file)))));
  const overloaded = async () => {
    const most = await peak();
    const options = { clients: bench.size(10_000), perSecond: Math.round(most * 3), seconds };
    const result = await load.go(await offer('open', options));
    return { peak: most, ...counted(result) };
  };
  const rounds = await bench.alternate({ steward: overloaded }, {
    warmups: bench.quick ? 1 : 2, show: ({ peak: most, good, outcomes }) => `${good.toFixed(0)}/s of ${most.toFixed(0)}/s, ${JSON.stringify(outcomes)}`,
  });
  const of = (what) => rounds.steward.map((round) => round[what]);
  bench.figure('steward', 'peak', '/s', of('peak'));
  bench.figure('steward', 'good answers under overload', '/s', of('good'));
  bench.figure('steward', 'p99 of good answers under overload', 'ms', of('p99'));
  bench.check('goodput / peak', '×', ratios(of('good'), of('peak')), { must: 0.9, aim: 0.95, least: true });
  bench.check('neither good nor 429/503 with Retry-After', '', of('bad'), { must: 0 });
}

async function inTurn(items, work) {
  const results = [];
  for (const item of items) {
    results.push(await work(item));
  }
  return results;
}

const goodput = ({ outcomes, seconds }) => (outcomes['200'] ?? 0) / seconds;

/** What was neither answered nor refused politely: other statuses, broken connections, clients that hang. */
function counted({ outcomes, unadvised, seconds, p99 }) {
  const polite = ['200', '429', '503'];
  const rude = Object.entries(outcomes).filter(([name]) => !polite.includes(name)).reduce((sum, [, count]) => sum + count, 0);
  return { outcomes, p99, good: goodput({ outcomes, seconds }), bad: rude + unadvised };
}
