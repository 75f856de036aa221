import assert from 'node:assert/strict';
import { test } from 'node:test';
import { median, percentile, ratios, spread, verdict, worsening } from './statistics.js';

test('the median of an even number of values lies between the two in the middle', () => {
  assert.equal(median([4, 1, 3, 2]), 2.5);
  assert.equal(median([10, 9, 100]), 10);
});

test('values are numbers, not words: 10 comes after 9', () => {
  assert.equal(percentile([9, 10, 100], 1), 100);
  assert.deepEqual(spread([9, 10, 100]), { median: 10, min: 9, max: 100, values: [9, 10, 100] });
});

test('a percentile is a value that occurred', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => i + 1);
  assert.equal(percentile(hundred, 0.99), 99);
  assert.equal(percentile(hundred, 0.5), 50);
  assert.equal(percentile([7], 0.99), 7);
});

test('a round without a figure is an error, not a good figure', () => {
  assert.throws(() => spread([]), /No figures/);
  assert.throws(() => spread([1, NaN]), /No figures/);
});

test('ratios are taken within a round', () => {
  assert.deepEqual(ratios([2, 9], [1, 3]), [2, 3]);
  assert.throws(() => ratios([1], [1, 2]), /cannot be held against/);
});

test('a verdict names the hardest limit that holds', () => {
  const wall = { must: 1.15, aim: 1.1 };
  assert.equal(verdict(1.1, wall), 'aim');
  assert.equal(verdict(1.12, wall), 'must');
  assert.equal(verdict(1.16, wall), 'missed');
  assert.equal(verdict(NaN, wall), 'missed');
  assert.equal(verdict(97, { must: 96, aim: 98, least: true }), 'must');
  assert.equal(verdict(95, { must: 96, aim: 98, least: true }), 'missed');
  assert.equal(verdict(5, {}), 'shown');
});

test('worse is more, unless more is better', () => {
  assert.equal(worsening(1.2, 1), 0.19999999999999996);
  assert.ok(worsening(0.9, 1) < 0);
  assert.equal(worsening(80, 100, { least: true }), 0.2);
});
