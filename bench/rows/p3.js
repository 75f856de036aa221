import { Fanout, SIZES } from '../lib/fanout.js';
import { ratios } from '../lib/statistics.js';

export const title = 'Growth';
export const workload = 'CPU for each workspace of GET /v1/members over 100, 1,000 and 10,000 workspaces';

// Reads without latency before anything is measured: JVMs compile what small sizes need for as long as what large ones need.
const WARM = [40, 30, 8];

export async function measure(bench) {
  const sizes = SIZES.map((size) => bench.size(size));
  const fanout = await Fanout.start(bench, sizes[2]);
  const contenders = {};
  for (const [n, size] of sizes.entries()) {
    const often = bench.tiny ? 1 : Math.ceil((bench.quick ? 300 : 3_000) / size); // /proc counts CPU in 10 ms
    const steward = fanout.ours(`&selector=first-${SIZES[n]}%3Dyes`, size);
    contenders[`steward ${size}`] = () => repeated(steward, often, size);
    const vertx = await fanout.rival('vertx', size);
    await fanout.warm({ steward, vertx }, WARM[n]);
    contenders[`vertx ${size}`] = () => repeated(vertx, often, size);
  }
  const cpu = await bench.alternate(contenders, { warmups: 1, show: (us) => `${us.toFixed(0)} µs` });
  for (const size of sizes) {
    for (const name of ['steward', 'vertx']) {
      bench.figure(name, `CPU for each of ${size}`, 'µs', cpu[`${name} ${size}`]);
    }
    const ratio = ratios(cpu[`steward ${size}`], cpu[`vertx ${size}`]);
    bench.check(`CPU at ${size} / bare Vert.x`, '×', ratio, { must: 1.5, aim: 1.2 });
  }
  const growth = ratios(cpu[`steward ${sizes[2]}`], cpu[`steward ${sizes[1]}`]);
  bench.check('CPU at 10,000 / CPU at 1,000', '×', growth, { must: 1.15 });
}

/** @returns µs of CPU for each workspace */
async function repeated(read, often, size) {
  let ms = 0;
  for (let i = 0; i < often; i++) {
    ms += (await read()).cpu;
  }
  return (Math.max(ms, 10) * 1000) / (often * size); // 0 only says that it is too little to be counted
}
