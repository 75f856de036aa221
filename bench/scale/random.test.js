import assert from 'node:assert/strict';
import { test } from 'node:test';
import { median, percentile } from '../lib/statistics.js';
import { JavaRandom, logNormal } from './random.js';

test('it draws what java.util.Random draws', () => {
  const random = new JavaRandom(42); // new Random(42).nextGaussian(), twice
  assert.equal(random.gaussian().toFixed(12), '1.141905315473');
  assert.equal(random.gaussian().toFixed(12), '0.919407948983');
});

test('half of the draws are below the median, one in a hundred above the 99th percentile', () => {
  const draw = logNormal({ median_ms: 120, p99_ms: 600 });
  const draws = Array.from({ length: 20_000 }, draw);
  assert.ok(Math.abs(median(draws) / 120 - 1) < 0.03);
  assert.ok(Math.abs(percentile(draws, 0.99) / 600 - 1) < 0.05);
});

test('without a 99th percentile every draw is the median', () => {
  assert.equal(logNormal({ median_ms: 20 })(), 20);
});
