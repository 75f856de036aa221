// What the model is fed with: settings of docs/configuration.md, figures of the bench
// where there are any, and assumptions, named as such, where not.
import { readFileSync } from 'node:fs';
import { COMMITTED, read } from '../lib/report.js';

const CONFIGURATION = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8');

/** How Steward is set up where nobody says otherwise. */
export const SETTINGS = {
  inFlight: count('steward.fleet.calls-in-flight'),
  lanes: count('steward.changeset.lane.at-once'),
  rowsInFlight: count('steward.changeset.lane.rows-in-flight'),
  pace: {
    count: count('steward.instantly.pace.per-second'),
    window: 1000 + milliseconds('steward.instantly.pace.guard'),
  },
  beatMs: milliseconds('steward.instantly.share.beat'),
  checkedAtMs: milliseconds('steward.workspaces.checked-at-max-age'),
};

/** A default as the build writes it from the code. */
function setting(name) {
  const line = CONFIGURATION.split('\n').find((each) => each.startsWith(`| \`${name}\` |`));
  if (!line) {
    throw new Error(`docs/configuration.md knows no ${name}`);
  }
  return line.split('`')[3];
}

function count(name) {
  return Number(setting(name));
}

function milliseconds(name) {
  const [, hours, minutes, seconds] = setting(name).match(/^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/);
  return ((Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0)) * 1000;
}

/** @returns name → {value, unit, from}; from says where it comes from, assumed: that nobody has measured it */
export function inputs(results = (row) => read(COMMITTED, row)) {
  const taken = (what, unit, row, figure, otherwise) => {
    const result = results(row);
    const value = result && !result.failed ? figure(result) : undefined;
    return Number.isFinite(value)
      ? { what, unit, value, from: `${row}, commit ${result.commit}` }
      : { what, unit, value: otherwise, from: `assumed; ${row} will say`, assumed: true };
  };
  const assumed = (what, unit, value, why) => ({ what, unit, value, from: `assumed; ${why}`, assumed: true });
  return {
    cpuPerWorkspace: taken('CPU to read one workspace of 25 members', 'µs', 'P3', (r) => of(r.contenders, 'CPU for each of 10000'), 500),
    cpuPerRow: taken('CPU to change one row', 'µs', 'P7', (r) => (of(r.contenders, 'wall') * 1000) / 25_000, 1_000),
    planPerRow: taken('planning one row of a CSV', 'µs', 'P11', (r) => (of(r.checks, 'planned, beyond the slowest read') * 1000) / 25_000, 100),
    commit: assumed('time a commit holds the head of the ledger', 'ms', 1, 'fsync of a good SSD; a network disk takes 2 to 5'),
    lane: assumed('CPU to open and close a lane', 'µs', 2_000, 'six short transactions'),
  };
}

/** Measured walls that the model must come near to: {row, what, measured, model}. */
export function measured(results = (row) => read(COMMITTED, row)) {
  const wall = (row, what) => {
    const result = results(row);
    return result && !result.failed ? of(result.contenders.filter(({ contender }) => contender === 'steward'), what) : undefined;
  };
  return { P1: wall('P1', 'wall'), P2: wall('P2', 'wall'), P6: wall('P6', 'whole answer'), P8: wall('P8', 'requests a second') };
}

function of(figures, name) {
  return figures.find((each) => [each.what, each.name].includes(name))?.median;
}
