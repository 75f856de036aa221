import { Fanout, showWall, walls } from '../lib/fanout.js';
import { ratios } from '../lib/statistics.js';

export const title = 'Fan-out';
export const workload = 'GET /v1/members over 1,000 workspaces of 25 members';

export async function measure(bench) {
  const workspaces = bench.size(1000);
  const fanout = await Fanout.start(bench, workspaces);
  const shown = { 'p-queue': await fanout.rival('p-queue'), bottleneck: await fanout.rival('bottleneck') };
  const contenders = { steward: fanout.ours(), undici: await fanout.rival('undici'), vertx: await fanout.rival('vertx') };
  await fanout.warm(contenders, 30);
  const rounds = await bench.alternate(contenders, { warmups: bench.quick ? 1 : 2, shown, show: showWall });
  for (const [name, figures] of Object.entries(rounds)) {
    bench.figure(name, 'wall', 'ms', walls(figures));
    bench.figure(name, 'slowest answer', 'ms', figures.map((round) => round.ideal));
  }
  const part = Math.max(1, workspaces / 100);
  const loop = await (await fanout.rival('loop', part))();
  bench.figure('sequential loop', 'wall', 'ms', [(loop.wall * workspaces) / part], 'extrapolated from 1 %');

  const ideal = rounds.steward.map((round) => round.ideal);
  bench.check('wall / slowest answer', '×', ratios(walls(rounds.steward), ideal), { must: 1.15, aim: 1.1, compare: true });
  bench.check('wall / undici', '×', ratios(walls(rounds.steward), walls(rounds.undici)), { must: 1, compare: true });
}
