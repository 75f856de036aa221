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
    warmups: 1, rounds: bench.rounds * 2, show: (ms) => `${ms.toFixed(0)} ms`,
  });
  bench.figure('steward', 'ready after', 'ms', rounds.steward);
  bench.figure('hello', 'ready after', 'ms', rounds.hello);
  bench.check('ready after / hello', '×', ratios(rounds.steward, rounds.hello), { must: 1.3, aim: 1.1 });
}

async function start(server) {
  const ms = await server.boot();
  await server.program.close();
  return ms;
}
