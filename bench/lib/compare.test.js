import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf } from './compare.js';
import { number } from './report.js';

const result = (median) => ({ row: 'P1', checks: [{ name: 'wall', median, compare: true }] });
const good = (now, before) => linesOf(now, before).every((line) => line.good);

test('15 % worse is tolerated, more is not', () => {
  assert.ok(good(result(1.15), result(1.0)));
  assert.ok(!good(result(1.16), result(1.0)));
  assert.ok(good(result(0.5), result(1.0)));
});

test('what has not been measured does not pass', () => {
  assert.ok(!good({ ...result(1), failed: 'no nginx' }, result(1)));
  assert.ok(!good(result(1), undefined));
  assert.ok(!good(result(1), { row: 'P1', checks: [] }));
  assert.ok(!good({ row: 'P1', checks: [{ name: 'wall', compare: true, why: 'no bulk' }] }, result(1)));
});

test('numbers are shown as exactly as they are worth', () => {
  assert.equal(number(1234567.8), '1,234,568');
  assert.equal(number(12.34), '12.3');
  assert.equal(number(1.23456), '1.235');
});
