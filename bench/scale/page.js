// The figures of docs/scale.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { MODEL, number } from '../lib/report.js';
import { SETTINGS, inputs as readInputs, measured as readMeasured } from './figures.js';
import { SCALES, changeEverywhere, database, predictions, wholeRead, within } from './model.js';

const [BEGIN, END] = ['<!-- figures -->', '<!-- end of figures -->'];
const REPLICAS = [2, 8];

/** @returns all tables as markdown, and whether the model comes near enough to what was measured */
export function figures(inputs = readInputs(), measured = readMeasured()) {
  const held = comparison(inputs, measured);
  return {
    good: held.every(({ near }) => near !== false),
    text: [
      '**What the model is fed with**', fed(inputs),
      '**What it says to rows that were measured** (none of them is fed into it)', compared(held),
      '**One read of everything**, by one replica of 2 cores, workspaces with keys of their own', reads(inputs),
      '**One person out of every workspace**: a change set with one row in each, replicas of 2 cores', changes(inputs, 1),
      '**Everybody\'s role in every workspace**: 25 rows in each', changes(inputs, 25),
      '**All through one admin workspace**, whose quota pays for every call', delegated(inputs),
      '**How much hangs on an input**', hanging(inputs),
      '**PostgreSQL beside that**', databases(),
      '**Limits**', limits(inputs),
    ].join('\n\n'),
  };
}

/** Within 10 % for P1, which is what the model stands on; the others are shown. */
export function comparison(inputs, measured) {
  return predictions(inputs).map((each) => {
    const seen = measured[each.row];
    const off = seen === undefined ? undefined : each.model / seen - 1;
    return { ...each, measured: seen, off, near: each.row === 'P1' && off !== undefined ? Math.abs(off) <= 0.1 : undefined };
  });
}

const fed = (inputs) => table(['input', 'value', 'from'], Object.values(inputs).map(({ what, unit, value, from }) => [what, `${number(value)} ${unit}`, from]));

const compared = (held) => table(['row', 'what', 'measured', 'model', 'off by'], held.map(({ row, what, unit, measured, model, off }) => [
  row, what,
  measured === undefined ? 'not measured yet' : `${number(measured)} ${unit}`,
  `${number(model)} ${unit}`,
  off === undefined ? '–' : `${off > 0 ? '+' : '−'}${Math.abs(off * 100).toFixed(1)} %`,
]));

const reads = (inputs) => table(
  ['workspaces', 'takes', 'slowest answer', 'CPU', 'connections, most', 'answer', 'busiest'],
  SCALES.map((n) => {
    const read = wholeRead(n, inputs);
    return [number(n), time(read.wall), time(read.ideal), `${number(read.cpuSeconds)} s`, number(read.mostInFlight), `${number(read.megabytes)} MB`, busy(read)];
  }));

const changes = (inputs, rows) => table(
  ['workspaces', 'rows', 'calls', ...REPLICAS.map((count) => `takes with ${count} replicas`), 'busiest with 2', 'busiest with 8', 'PostgreSQL with 8: transactions, rows written a second'],
  SCALES.filter((n) => n * rows <= 250_000).map((n) => {
    const sets = REPLICAS.map((replicas) => changeEverywhere(n, rows, inputs, { replicas }));
    return [number(n), number(n * rows), number(sets[0].calls), ...sets.map(({ wall }) => time(wall)), ...sets.map(busy), `${number(sets[1].transactions)}, ${number(sets[1].written)}`];
  }));

const delegated = (inputs) => table(
  ['sub workspaces', 'one read of all', 'one person out of all'],
  [100, ...SCALES].map((n) => {
    const read = wholeRead(n, inputs, { delegated: true });
    const change = changeEverywhere(n, 1, inputs, { replicas: 2, delegated: true });
    return [number(n), time(read.wall), time(change.wall)];
  }));

const FACTORS = [0.5, 1, 2];

/** The same with one input halved and doubled: what hardly moves does not depend on it. */
function hanging(inputs) {
  const having = (name, factor) => ({ ...inputs, [name]: { ...inputs[name], value: inputs[name].value * factor } });
  const line = (name, what, wall) => [inputs[name].what, what, ...FACTORS.map((factor) => time(wall(having(name, factor))))];
  return table(['input', 'what it is for', 'half of it', 'as above', 'twice of it'], [
    line('cpuPerWorkspace', 'a read of 1,000', (given) => wholeRead(1_000, given).wall),
    line('cpuPerWorkspace', 'a read of 10,000', (given) => wholeRead(10_000, given).wall),
    line('cpuPerRow', '25 rows in each of 1,000, 2 replicas', (given) => changeEverywhere(1_000, 25, given, { replicas: 2 }).wall),
    line('commit', 'one row in each of 10,000, 2 replicas', (given) => changeEverywhere(10_000, 1, given, { replicas: 2 }).wall),
    line('commit', 'one row in each of 10,000, 8 replicas', (given) => changeEverywhere(10_000, 1, given, { replicas: 8 }).wall),
  ]);
}

const databases = () => table(
  ['workspaces', 'rows of checked_at written a second, all read every 5 min', 'rows of shares read a second, all called at once: 2 replicas', '8 replicas'],
  SCALES.map((n) => [
    number(n), number(database(n, { replicas: 2, active: n }).checkedAt), ...REPLICAS.map((replicas) => number(database(n, { replicas, active: n }).shares)),
  ]));

const limits = (inputs) => [
  `- A replica of 2 cores reads ${number(round(within(10, inputs)))} workspaces within the usual deadline of PT10S.`,
  `- The head of the ledger takes ${number(1000 / inputs.commit.value)} transactions a second from all replicas together; a lane needs two for each 100 rows: ${number(500 / inputs.commit.value)} workspaces a second where each has a row or some.`,
  `- Planning 100,000 rows takes ${time(inputs.planPerRow.value * 100)} beyond the reads.`,
  `- A workspace takes ${number((SETTINGS.pace.count * 1000) / SETTINGS.pace.window)} calls a second, from all replicas together.`,
].join('\n');

const round = (n) => Math.round(n / 100) * 100;
const busy = ({ saturates }) => `${saturates.name} ${(saturates.share * 100).toFixed(0)} %`;
const time = (ms) => (ms < 60_000 ? `${(ms / 1000).toFixed(1)} s` : ms < 3_600_000 ? `${(ms / 60_000).toFixed(1)} min` : `${(ms / 3_600_000).toFixed(1)} h`);

function table(head, lines) {
  const row = (cells) => `| ${cells.join(' | ')} |`;
  return [row(head), row(head.map(() => '---')).replaceAll(' ', ''), ...lines.map(row)].join('\n');
}

/** Writes them where the document has their place. */
export function updatePage(text) {
  const page = readFileSync(MODEL, 'utf8');
  const [before, after] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (before < 0 || after < before) {
    throw new Error(`${MODEL} has no ${BEGIN} … ${END}`);
  }
  writeFileSync(MODEL, `${page.slice(0, before)}${BEGIN}\n\n${text}\n\n${page.slice(after)}`);
}
