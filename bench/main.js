// The driver: runs rows one after another, writes what they measured, and says what was missed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Bench } from './lib/bench.js';
import { compare } from './lib/compare.js';
import { endAll } from './lib/program.js';
import { summarize } from './lib/profile.js';
import { COMMITTED, byNumber, circumstances, tables, updateDocument, write } from './lib/report.js';
import { figures, updatePage } from './scale/page.js';

const ROWS = readdirSync(new URL('rows', import.meta.url)).map((file) => file.slice(0, -3).toUpperCase()).sort(byNumber);
const WATCHED = ['P1', 'P5', 'P7', 'P8', 'P17'];
const UNCOMMITTED = 'target/bench/results';
const PATIENCE_MINUTES = 30; // for one row
const HELP = `bench/run [row …] [options]

Measures Steward and its rivals in processes of their own and writes bench/results/<row>.json and the table in
docs/performance.md, and what the model of docs/scale.md makes of them. Without rows: all of them. Exit code 1 when a
"must" was missed or a row could not run.

  --quick      3 rounds instead of 5, smaller P9, P10, P13 and P17, slow rivals once, fewer warm-ups
  --profile    records where Steward's time goes into bench/results/<row>.profile.txt; figures are only shown
  --check      runs ${WATCHED.join(', ')} and holds their ratios against the committed ones: over 15 % worse fails
  --tiny       one round of a fiftieth of the work: whether the suite itself works; figures are only shown
  --table      writes the table from the committed results, measures nothing
  --list       the rows
  --self-test  the tests of the suite's own arithmetic
  --help       this`;

function options() {
  const flag = { type: 'boolean', default: false };
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      quick: flag, profile: flag, check: flag, tiny: flag, table: flag, list: flag, 'self-test': flag, help: { ...flag, short: 'h' },
    },
  });
  const rows = positionals.map((row) => row.toUpperCase());
  const unknown = rows.filter((row) => !ROWS.includes(row));
  if (unknown.length > 0) {
    throw new Error(`There is no row ${unknown.join(', ')}; there are ${ROWS.join(', ')}`);
  }
  return { ...values, rows: rows.length > 0 ? rows : values.check ? WATCHED : ROWS };
}

/** @returns what the row measured, or why it could not */
async function run(row, chosen) {
  const { title, workload, measure } = await import(`./rows/${row.toLowerCase()}.js`);
  const bench = new Bench(row, chosen);
  const result = { row, title, workload, rounds: bench.rounds, ...circumstances({ ...chosen, row }) };
  bench.say(`${title}: ${workload}`);
  const began = performance.now();
  try {
    await Promise.race([measure(bench), tooLate()]);
  } catch (e) {
    if (interrupted) {
      await new Promise(() => {}); // it has failed because of that; nothing is written any more
    }
    bench.say(`cannot run: ${e.message}`);
    result.failed = e.message;
  } finally {
    await bench.close();
  }
  result.seconds = secondsSince(began);
  bench.say(`took ${result.seconds} s`);
  if (chosen.profile) {
    mkdirSync(COMMITTED, { recursive: true });
    bench.say(`profile in ${summarize(bench.work, COMMITTED, row) ?? 'no file: nothing was recorded'}`);
  }
  return { ...result, checks: bench.checks, contenders: bench.contenders };
}

/** A row that hangs fails, too. */
async function tooLate() {
  await pause(PATIENCE_MINUTES * 60_000, undefined, { ref: false });
  throw new Error(`It was not done after ${PATIENCE_MINUTES} minutes`);
}

const secondsSince = (began) => Math.round((performance.now() - began) / 1000);

async function main() {
  const chosen = options();
  if (chosen.help) {
    console.log(HELP);
    return 0;
  }
  if (chosen.list) {
    for (const row of ROWS) {
      const { title, workload } = await import(`./rows/${row.toLowerCase()}.js`);
      console.log(`${row.padEnd(4)} ${title}: ${workload}`);
    }
    return 0;
  }
  if (chosen['self-test']) {
    return spawnSync(process.execPath, ['--test', 'bench/lib/', 'bench/scale/'], { stdio: 'inherit' }).status;
  }
  if (chosen.table) {
    updateDocuments();
    return 0;
  }
  const committing = !(chosen.tiny || chosen.profile || chosen.check);
  const results = [];
  const began = performance.now();
  for (const row of chosen.rows) {
    results.push(await run(row, chosen));
    write(results.at(-1), committing ? COMMITTED : UNCOMMITTED);
  }
  console.log(tables(results));
  console.log(`\n${results.length} rows took ${secondsSince(began)} s`);
  if (committing) {
    updateDocuments();
  }
  return chosen.check ? compare(results) : results.some(missed) ? 1 : 0;
}

/** The table, and what the model makes of it. */
function updateDocuments() {
  updateDocument();
  updatePage(figures().text);
}

const missed = ({ failed, checks }) => failed !== undefined || checks.some(({ verdict }) => ['missed', 'failed'].includes(verdict));

let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, async () => {
    interrupted = true;
    console.error('\nbench: ending what was started');
    await endAll();
    process.exit(130);
  });
}

try {
  process.exitCode = await main();
} catch (e) {
  console.error(`bench: ${e.message}`);
  process.exitCode = 1;
} finally {
  await endAll();
}
