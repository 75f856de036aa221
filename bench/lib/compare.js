// Whether anything has become slower than what is committed.
import { COMMITTED, number, read } from './report.js';
import { worsening } from './statistics.js';

const TOLERATED = 0.15;

/** Says each watched ratio beside the committed one. @returns the exit code */
export function compare(results) {
  const lines = results.flatMap((result) => linesOf(result, read(COMMITTED, result.row)));
  lines.forEach(({ text }) => console.log(text));
  return lines.every(({ good }) => good) ? 0 : 1;
}

export function linesOf(result, committed) {
  const bad = (text) => [{ good: false, text: `${result.row}: ${text}` }];
  if (result.failed) {
    return bad(`cannot run: ${result.failed}`);
  }
  if (!committed || committed.failed) {
    return bad(`there is no committed result to hold it against; run bench/run ${result.row} on a quiet machine and commit it`);
  }
  const watched = result.checks.filter((check) => check.compare);
  return watched.flatMap((check) => {
    const before = committed.checks.find(({ name }) => name === check.name);
    return check.why || before?.median === undefined
      ? bad(`${check.name}: ${check.why ?? 'is not in the committed result'}`)
      : [held(result.row, check, before)];
  });
}

function held(row, check, before) {
  const worse = worsening(check.median, before.median, check);
  const good = worse <= TOLERATED;
  const change = `${worse > 0 ? '+' : ''}${(worse * 100).toFixed(1)} %`;
  const text = `${row}: ${check.name} ${number(check.median)}, committed ${number(before.median)}: ${change} worse${good ? '' : ', over 15 %'}`;
  return { good, text };
}
