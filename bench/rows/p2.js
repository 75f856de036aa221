import { Fanout, showWall, walls } from '../lib/fanout.js';
import { ratios } from '../lib/statistics.js';

export const title = 'Wide fan-out';
export const workload = 'GET /v1/members over 10,000 workspaces of 25 members';

export async function measure(bench) {
  const fanout = await Fanout.start(bench, bench.size(10_000));
  const contenders = { steward: fanout.ours(), undici: await fanout.rival('undici'), vertx: await fanout.rival('vertx') };
  await fanout.warm(contenders, 8);
  const rounds = await bench.alternate(contenders, { warmups: 1, show: showWall });
  for (const [name, figures] of Object.entries(rounds)) {
    bench.figure(name, 'wall', 'ms', walls(figures));
  }
  bench.check('wall / undici', '×', ratios(walls(rounds.steward), walls(rounds.undici)), { must: 1 });
  bench.check('wall / bare Vert.x', '×', ratios(walls(rounds.steward), walls(rounds.vertx)), { must: 1.15, aim: 1 });
}
