import { Hello } from '../lib/hello.js';
import { Sandbox } from '../lib/sandbox.js';
import { ratios } from '../lib/statistics.js';
import { Steward } from '../lib/steward.js';

export const title = 'Cold start';
export const workload = 'from the start of the process to the first 200 on ready, PostgreSQL running, AOT cache, against "hello" with its AOT cache';

export async function measure(bench) {
  const hello = await Hello.prepare(bench);
  const steward = await Steward.start(bench, await Sandbox.start(bench)); // makes its tables
  await steward.close();
  const rounds = await bench.alternate({ steward: () => start(steward), hello: () => start(hello) }, {
    warmups: 1, rounds: bench.rounds * 2, show: ({ ms, cpu }) => `${ms.toFixed(0)} ms, ${cpu} ms of CPU`,
  });
  for (const [name, figures] of Object.entries(rounds)) {
    bench.figure(name, 'ready after', 'ms', figures.map(({ ms }) => ms));
    bench.figure(name, 'CPU until then', 'ms', figures.map(({ cpu }) => cpu));
  }
  const [ours, theirs] = [rounds.steward, rounds.hello].map((figures) => figures.map(({ ms }) => ms));
  bench.check('ready after / hello', '×', ratios(ours, theirs), { must: 1.3, aim: 1.1 });
}

async function start(server) {
  const until = await server.boot();
  await server.program.close();
  return until;
}
