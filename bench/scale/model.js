// What 1,000, 10,000 and 100,000 workspaces ask of Steward: simulated where the order of things matters, else arithmetic.
import { bulk } from './bulk.js';
import { fanout } from './fanout.js';
import { SETTINGS } from './figures.js';
import { logNormal } from './random.js';

export const SCALES = [1_000, 10_000, 100_000];
const USUAL = { median_ms: 120, p99_ms: 600 };
const ROW_BYTES = 430; // a member in an answer, as the tour of the README prints one
const MEMBERS = 25;

/** Of a lane, beside those that end in the ledger: inherited, the look remembered, given back, the set's end looked for. */
const LANE_TRANSACTIONS = 4;
/** A row as it is planned, intended and ended; its lease taken and given back. */
const ROW_WRITES = 5;

/** On the machine of the bench Steward shares two cores with the sandbox and the driver: it is given one. */
const BENCH_CORES = 1;

/** What the model says to the rows that were measured. @returns [{row, what, unit, model}] */
export function predictions(inputs) {
  const read = (workspaces) =>
    fanout({ workspaces, latency: logNormal(USUAL), inFlight: SETTINGS.inFlight, cores: BENCH_CORES, cpuMs: inputs.cpuPerWorkspace.value / 1000 }).wall;
  const deep = bulk(
    { workspaces: 1, rows: 3_000, people: 3_003 },
    { ...SETTINGS, latency: logNormal(USUAL), replicas: 1, cores: BENCH_CORES }, costs(inputs));
  return [
    { row: 'P1', what: 'read of 1,000 workspaces', unit: 'ms', model: read(1_000) },
    { row: 'P2', what: 'read of 10,000 workspaces', unit: 'ms', model: read(10_000) },
    { row: 'P6', what: 'the same as P1, as NDJSON', unit: 'ms', model: read(1_000) },
    { row: 'P8', what: 'requests a second into one workspace', unit: '/s', model: (deep.calls * 1000) / deep.wall },
  ];
}

const costs = (inputs) => ({ rowMs: inputs.cpuPerRow.value / 1000, laneMs: inputs.lane.value / 1000, commitMs: inputs.commit.value });

/** One read of everything by one replica of two cores. */
export function wholeRead(workspaces, inputs, { cores = 2, delegated = false } = {}) {
  const cpuMs = inputs.cpuPerWorkspace.value / 1000;
  const result = fanout({
    workspaces, cores, cpuMs, latency: logNormal(USUAL), inFlight: SETTINGS.inFlight, ...(delegated && { pace: SETTINGS.pace }),
  });
  return { ...result, cpuSeconds: (workspaces * cpuMs) / 1000, megabytes: (workspaces * MEMBERS * ROW_BYTES) / 1e6, saturates: busiest(result.busy) };
}

/** A change set that changes so many rows in every workspace. */
export function changeEverywhere(workspaces, rows, inputs, { replicas, cores = 2, delegated = false }) {
  const result = bulk(
    { workspaces, rows, people: MEMBERS, delegated }, { ...SETTINGS, latency: logNormal(USUAL), replicas, cores }, costs(inputs));
  const perSecond = (count) => (count * 1000) / result.wall;
  return {
    ...result,
    transactions: perSecond(workspaces * LANE_TRANSACTIONS + result.entries),
    written: perSecond(workspaces * rows * ROW_WRITES),
    saturates: busiest(result.busy),
  };
}

export function busiest(busy) {
  const [name, share] = Object.entries(busy).reduce((most, each) => (each[1] > most[1] ? each : most));
  return { name, share };
}

/** What PostgreSQL is asked for while nobody does anything but read, and while so many workspaces are called at a time. */
export function database(workspaces, { replicas, active }) {
  return {
    checkedAt: (workspaces / SETTINGS.checkedAtMs) * 1000, // rows a second, in batches, where each is read every 5 min
    shares: (active * replicas * replicas * 1000) / SETTINGS.beatMs, // rows read a second: each replica reads all shares each beat
  };
}

/** How many workspaces one replica of two cores reads within this time. */
export function within(seconds, inputs) {
  let [low, high] = [1, 200_000];
  while (high - low > low / 50) {
    const middle = Math.round((low + high) / 2);
    if (wholeRead(middle, inputs).wall <= seconds * 1000) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return low;
}
