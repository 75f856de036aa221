import { agency } from '../lib/agency.js';
import { MEMBERS } from '../lib/fanout.js';
import { startNginx } from '../lib/nginx.js';
import { Rival } from '../lib/rival.js';
import { NO_LATENCY, USUAL_LATENCY, refused } from '../lib/sandbox.js';
import { ratios } from '../lib/statistics.js';

export const title = 'Proxied read';
export const workload = 'GET …/members against asking the sandbox directly, 50 clients over 1,000 workspaces';

export async function measure(bench) {
  const workspaces = bench.size(1000);
  const { sandbox, fleet, steward, ids } = await agency(bench, workspaces, MEMBERS);
  const load = await Rival.start(bench, 'load');
  const requests = bench.size(5000, 2000);

  const contender = async (name, base, calls, program) => {
    const warming = await load.prepare({ base, calls, clients: 50, requests: bench.size(10_000) }, `${name}-warming`);
    for (let i = 0; i < (bench.quick ? 3 : 5); i++) { // a JVM compiles for so long, and a read is to be measured
      await sandbox.during(NO_LATENCY, 0, () => load.go(warming));
    }
    const file = await load.prepare({ base, calls, clients: 50, requests }, name);
    return () => measured({ sandbox, load, program, file, requests });
  };
  const straight = fleet.map(({ api_key }) => ['/api/v2/workspace-members?limit=100', api_key]);
  const contenders = {
    direct: await contender('direct', sandbox.url, straight),
    steward: await contender('steward', steward.url, ids.map((id) => [`/v1/workspaces/${id}/members`, steward.token]), steward.program),
  };
  const shown = {};
  await bench.attempt('nginx', {}, async () => {
    const nginx = await startNginx(bench, sandbox.url);
    shown.nginx = await contender('nginx', nginx.url, straight);
  });
  const show = ({ p50, p99 }) => `${p50.toFixed(2)} / ${p99.toFixed(2)} ms`;
  report(bench, await bench.alternate(contenders, { warmups: 1, shown, show }));
}

async function measured({ sandbox, load, program, file, requests }) {
  const before = { client: load.program.cpu(), own: program?.cpu() };
  const { result, journal } = await sandbox.during(USUAL_LATENCY, requests, () => load.go(file));
  if (result.outcomes['200'] !== requests || refused(journal) > 0) {
    throw new Error(`Of ${requests} reads: ${JSON.stringify(result.outcomes)}, ${refused(journal)} refused by the limit`);
  }
  const each = (from, to) => ((to - from) * 1000) / requests;
  return { ...result, client: each(before.client, load.program.cpu()), own: program && each(before.own, program.cpu()) };
}

function report(bench, { direct, ...proxies }) {
  for (const [name, rounds] of Object.entries({ direct, ...proxies })) {
    bench.figure(name, 'p50', 'ms', rounds.map(({ p50 }) => p50));
    bench.figure(name, 'p99', 'ms', rounds.map(({ p99 }) => p99));
  }
  const added = (name, quantile) => proxies[name].map((round, i) => round[quantile] - direct[i][quantile]);
  bench.check('added at p50', 'ms', added('steward', 'p50'), { must: 1, aim: 0.5 });
  bench.check('added at p99', 'ms', added('steward', 'p99'), { must: 5, aim: 2 });
  if (proxies.nginx) {
    bench.figure('nginx', 'added at p50', 'ms', added('nginx', 'p50'));
    bench.figure('nginx', 'added at p99', 'ms', added('nginx', 'p99'));
  }
  const latency = ratios(proxies.steward.map(({ p50 }) => p50), direct.map(({ p50 }) => p50));
  bench.check('p50 / direct', '×', latency, { compare: true });
  const cpu = ratios(proxies.steward.map(({ own }) => own), direct.map(({ client }) => client));
  bench.check('CPU of Steward / CPU of the client that asks directly', '×', cpu, { compare: true });
}
