import { Fanout, MEMBERS } from '../lib/fanout.js';
import { USUAL_LATENCY, of } from '../lib/sandbox.js';

export const title = 'First row';
export const workload = 'GET /v1/members as NDJSON over 1,000 workspaces: from the fastest answer to the first row';

export async function measure(bench) {
  const fanout = await Fanout.start(bench, bench.size(1000));
  await fanout.warm({ steward: (latency) => read(fanout, latency) }, 30);
  const rounds = await bench.alternate({ steward: () => read(fanout) }, {
    warmups: 3,
    rounds: bench.rounds * 2, // it is quick
    show: ({ after, first }) => `first row ${after.toFixed(1)} ms after the fastest answer, which took ${first.toFixed(0)} ms`,
  });
  bench.figure('steward', 'whole answer', 'ms', rounds.steward.map(({ whole }) => whole));
  bench.check('first row after the fastest workspace', 'ms', rounds.steward.map(({ after }) => after), { must: 20, aim: 5 });
}

/** The journal counts arrivals in whole ms of the same clock, so that a figure is exact to 1 ms. */
async function read({ sandbox, steward, workspaces }, latency = USUAL_LATENCY) {
  const { result, journal } = await sandbox.during(latency, workspaces, () =>
    steward.request('GET', '/v1/members?deadline=PT1M', { headers: { Accept: 'application/x-ndjson' } }));
  const lines = result.body.toString().trimEnd().split('\n');
  if (result.status !== 200 || lines.length !== workspaces * MEMBERS + 1) {
    throw new Error(`Steward answered ${result.status} with ${lines.length} lines: ${lines.at(-1).slice(0, 300)}`);
  }
  const calls = of(journal, 'GET', /\/workspace-members$/);
  const answered = Math.min(...calls.map((line) => line.at_ms + line.latency_ms));
  return { after: Math.max(0, result.firstLine - answered), first: Math.min(...calls.map((c) => c.latency_ms)), whole: result.ms };
}
