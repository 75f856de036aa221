// What people's own scripts do, with the libraries they use: node rivals/node.js loop|undici|p-queue|bottleneck
// Told `prepare <file>` and `go <file>` on standard input; the file is
//   {base, method, body?, calls: [[path, key, lane]], atOnce?, perSecond?, timeoutMs?}
// `atOnce` calls in flight over all, `perSecond` in each lane (a workspace), again a second later after a 429; `undici` is Promise.all and knows no bounds.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import Bottleneck from 'bottleneck';
import PQueue from 'p-queue';
import { Agent, request } from 'undici';

const dispatcher = new Agent({ keepAliveTimeout: 60_000, headersTimeout: 300_000, bodyTimeout: 300_000 });
const prepared = new Map();

async function call(work, [path, key], tries = 20) {
  const { base, method, body, timeoutMs } = work;
  const response = await request(base + path, {
    method,
    body,
    dispatcher,
    signal: timeoutMs ? AbortSignal.timeout(timeoutMs) : undefined,
    headers: {
      authorization: `Bearer ${key}`,
      'user-agent': 'rival',
      ...(body && { 'content-type': 'application/json' }),
    },
  });
  const said = await response.body.json();
  if (response.statusCode === 429 && work.perSecond && tries > 0) { // a queue counts what leaves, not what arrives
    await pause(1000);
    return call(work, [path, key], tries - 1);
  }
  return response.statusCode === 200 ? (said.items?.length ?? 1) : Promise.reject(new Error(`${response.statusCode}`));
}

const ways = {
  async loop(work) {
    const results = [];
    for (const each of work.calls) {
      results.push(await settled(call(work, each)));
    }
    return results;
  },
  undici: (work) => Promise.all(work.calls.map((each) => settled(call(work, each)))),
  'p-queue'(work) {
    const all = new PQueue({ concurrency: work.atOnce ?? Infinity });
    const lane = lanes(() => new PQueue({ interval: 1000, intervalCap: work.perSecond, strict: true }));
    return Promise.all(work.calls.map((each) => {
      const run = () => all.add(() => settled(call(work, each)));
      return work.perSecond ? lane(each).add(run) : run();
    }));
  },
  bottleneck(work) {
    const all = new Bottleneck({ maxConcurrent: work.atOnce ?? null });
    const { perSecond } = work;
    const lane = lanes(() => new Bottleneck({ minTime: 1000 / perSecond }).chain(all));
    return Promise.all(work.calls.map((each) => (perSecond ? lane(each) : all).schedule(() => settled(call(work, each)))));
  },
};

/** One queue for each lane. */
function lanes(make) {
  const queues = new Map();
  return ([, key, lane = key]) => queues.get(lane) ?? queues.set(lane, make()).get(lane);
}

const settled = (promise) => promise.catch((e) => e);

async function obey(line) {
  const [order, file] = [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)];
  if (order === 'prepare') {
    prepared.set(file, JSON.parse(readFileSync(file, 'utf8')));
    return { prepared: prepared.get(file).calls.length };
  }
  const results = await ways[process.argv[2]](prepared.get(file));
  const rows = results.filter((result) => typeof result === 'number');
  const firstFailure = results.find((result) => typeof result !== 'number');
  return { ok: rows.length, rows: rows.reduce((a, b) => a + b, 0), ...(firstFailure && { failure: firstFailure.message }) };
}

for await (const line of createInterface({ input: process.stdin })) {
  const answer = await obey(line).catch((e) => ({ error: e.stack }));
  process.stdout.write(JSON.stringify(answer) + '\n');
}
process.exit(0);
