import { availableParallelism } from 'node:os';
import { agency } from '../lib/agency.js';
import { MEMBERS } from '../lib/fanout.js';
import { busy } from '../lib/program.js';
import { Rival } from '../lib/rival.js';
import { USUAL_LATENCY } from '../lib/sandbox.js';
import { ratios } from '../lib/statistics.js';

export const title = 'Overload';
export const workload = '10,000 clients reading members of 1,000 workspaces, offering three times what Steward can do';

const CPUS = [...Array(availableParallelism()).keys()];
const PATIENCE_MS = 30_000; // an answer later than this is a client that hangs

export async function measure(bench) {
  const workspaces = bench.size(1000);
  const { sandbox, steward, ids } = await agency(bench, workspaces, MEMBERS);
  const seconds = bench.quick ? 6 : 10;
  const load = await Rival.start(bench, 'load');
  const programs = { steward: steward.program, sandbox: sandbox.program, generator: load.program };
  const calls = ids.map((id) => [`/v1/workspaces/${id}/members`, steward.token]);
  const offer = async (label, options) =>
    load.prepare({ base: steward.url, calls, timeoutMs: PATIENCE_MS, ...options }, label);

  await sandbox.latency(USUAL_LATENCY);
  const closed = await inTurn([1024, 2048].map((n) => bench.size(n)), (clients) =>
    offer(`closed-${clients}`, { clients, seconds: seconds / 2 }));
  const under = async (file) => counted(await spending(programs, () => load.go(file)));
  const peak = async () => (await inTurn(closed, under)).reduce((best, each) => (each.good > best.good ? each : best));
  const overloaded = async () => {
    const most = await peak();
    const options = { clients: bench.size(10_000), perSecond: Math.round(most.good * 3), seconds };
    return { most, ...(await under(await offer('open', options))) };
  };
  await inTurn([...closed, ...closed], under); // warm-ups with all CPUs: half of them would take a minute
  apart(programs);
  const rounds = await bench.alternate({ steward: overloaded }, {
    warmups: 1, show: ({ most, good, outcomes }) => `${good.toFixed(0)}/s of ${most.good.toFixed(0)}/s, ${JSON.stringify(outcomes)}`,
  });
  const of = (what) => rounds.steward.map((round) => round[what]);
  const peaks = rounds.steward.map(({ most }) => most.good);
  bench.figure('steward', 'peak', '/s', peaks);
  bench.figure('steward', 'good answers under overload', '/s', of('good'));
  bench.figure('steward', 'p99 of good answers under overload', 'ms', of('p99'));
  for (const name of [...Object.keys(programs), 'machine']) {
    bench.figure(name, 'CPU of a good answer at peak', 'µs', rounds.steward.map(({ most }) => most.each[name]));
    bench.figure(name, 'CPU of a refusal', 'µs', rounds.steward.map((round) => refusal(round, name)));
  }
  bench.figure('generator', 'offered', '/s', of('offered'));
  bench.check('goodput / peak', '×', ratios(of('good'), peaks), { must: 0.9, aim: 0.95, least: true });
  bench.check('neither good nor 429/503 with Retry-After', '', of('bad'), { must: 0 });
}

/** Half of the machine is Steward's: what it costs to offer so much would be paid by its good answers else. */
function apart({ steward, ...others }) {
  const half = Math.ceil(CPUS.length / 2);
  if (CPUS.length < 2) {
    throw new Error('Steward and those who ask it need a CPU each');
  }
  steward.keepTo(CPUS.slice(0, half));
  Object.values(others).forEach((program) => program.keepTo(CPUS.slice(half)));
}

async function inTurn(items, work) {
  const results = [];
  for (const item of items) {
    results.push(await work(item));
  }
  return results;
}

/** @returns what the work returned, and what each of these and the whole machine spent of CPU; in ms */
async function spending(programs, work) {
  const spent = () => ({ machine: busy(), ...Object.fromEntries(Object.entries(programs).map(([name, program]) => [name, program.cpu()])) });
  const before = spent();
  const result = await work();
  const after = spent();
  return { ...result, cpu: Object.fromEntries(Object.entries(after).map(([name, ms]) => [name, ms - before[name]])) };
}

/** What was neither answered nor refused politely: other statuses, broken connections, clients that hang. */
function counted({ outcomes, unadvised, seconds, p99, cpu }) {
  const polite = ['200', '429', '503'];
  const sum = (of) => Object.entries(outcomes).filter(([name]) => of(name)).reduce((total, [, count]) => total + count, 0);
  const answers = outcomes['200'] ?? 0;
  return {
    outcomes, p99, cpu, seconds, answers,
    good: answers / seconds,
    offered: sum(() => true) / seconds,
    refused: sum((name) => ['429', '503'].includes(name)),
    bad: sum((name) => !polite.includes(name)) + unadvised,
    each: Object.fromEntries(Object.entries(cpu).map(([name, ms]) => [name, (ms * 1000) / answers])),
  };
}

/** What a refusal costs, a good answer being taken to cost what it does at the peak; in µs. */
const refusal = ({ cpu, answers, refused, most }, name) => (cpu[name] * 1000 - answers * most.each[name]) / Math.max(1, refused);
