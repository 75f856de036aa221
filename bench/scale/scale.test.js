import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { MODEL } from '../lib/report.js';
import { bulk } from './bulk.js';
import { Clock, Pace, Servers } from './events.js';
import { fanout } from './fanout.js';
import { SETTINGS, inputs, measured } from './figures.js';
import { comparison, figures } from './page.js';

const still = (ms) => () => ms;
const PACE = { count: 100, window: 1000 };

test('what is due first runs first, and what was asked for first at the same moment', () => {
  const clock = new Clock();
  const ran = [];
  [[5, 'd'], [1, 'a'], [3, 'b'], [3, 'c']].forEach(([time, name]) => clock.at(time, () => ran.push(name)));
  assert.equal(clock.run(), 5);
  assert.equal(ran.join(''), 'abcd');
});

test('two serve three: the third waits, and both were busy for three quarters of the time', () => {
  const clock = new Clock();
  const two = new Servers(clock, 2);
  for (let i = 0; i < 3; i++) {
    two.serve(10, () => {});
  }
  assert.equal(clock.run(), 20);
  assert.equal(two.utilization(20), 0.75);
  assert.equal(two.most, 2);
});

test('a pace is kept in every window, not on average', () => {
  const clock = new Clock();
  const pace = new Pace(clock, { count: 2, window: 10 });
  const begun = [];
  const enter = () => pace.enter(() => begun.push(clock.now));
  [0, 9, 9, 9, 19].forEach((time) => clock.at(time, enter));
  clock.run();
  assert.deepEqual(begun, [0, 9, 10, 19, 20]);
});

test('with enough of everything a read takes as long as its slowest answer and its own CPU', () => {
  const { wall, ideal } = fanout({ workspaces: 50, latency: still(100), inFlight: 64, cores: 50, cpuMs: 1 });
  assert.equal(ideal, 100);
  assert.ok(Math.abs(wall - 101) < 1e-6);
});

test('where CPU is short, it is CPU that counts', () => {
  const { wall, busy } = fanout({ workspaces: 1000, latency: still(10), inFlight: 1000, cores: 1, cpuMs: 1 });
  assert.ok(wall >= 1000 && wall < 1020);
  assert.ok(busy.CPU > 0.98);
});

test('where calls in flight are bounded, they go in waves', () => {
  const { wall, mostInFlight } = fanout({ workspaces: 100, latency: still(100), inFlight: 10, cores: 100, cpuMs: 0 });
  assert.equal(wall, 1000);
  assert.equal(mostInFlight, 10);
});

test('delegated calls share one quota', () => {
  const { wall } = fanout({ workspaces: 1000, latency: still(1), inFlight: 1000, cores: 100, cpuMs: 0, pace: PACE });
  assert.equal(wall, 9001);
});

const LIMITS = { replicas: 1, cores: 8, lanes: 10, rowsInFlight: 64, pace: PACE, latency: still(10) };
const FREE = { rowMs: 0, laneMs: 0, commitMs: 0 };

test('a row takes four calls, the first two at once: whose key it is, a look, the write, and a look at what became of it', () => {
  const { calls, wall, entries } = bulk({ workspaces: 10, rows: 1, people: 25 }, LIMITS, FREE);
  assert.deepEqual({ calls, wall, entries }, { calls: 40, wall: 30, entries: 20 });
});

test('more replicas do not help against the quota of one workspace', () => {
  const shape = { workspaces: 1, rows: 1000, people: 25 };
  const one = bulk(shape, LIMITS, FREE);
  const four = bulk(shape, { ...LIMITS, replicas: 4 }, FREE);
  assert.equal(one.wall, four.wall);
  assert.ok(one.wall >= 10_000);
});

test('nor against the head of the ledger', () => {
  const shape = { workspaces: 1000, rows: 1, people: 25 };
  const eight = bulk(shape, { ...LIMITS, replicas: 8, lanes: 500 }, { ...FREE, commitMs: 5 });
  assert.ok(eight.wall >= 10_000);
  assert.ok(eight.busy['head of the ledger'] > 0.99);
});

test('a long list is read page by page, and each page read back once', () => {
  const { calls } = bulk({ workspaces: 1, rows: 300, people: 300 }, LIMITS, FREE);
  assert.equal(calls, 1 + 3 + 300 + 3);
});

test('an input that was measured is taken from its row, one that was not is named as assumed', () => {
  const p3 = { commit: 'abc', contenders: [{ contender: 'steward', what: 'CPU for each of 10000', median: 321 }], checks: [] };
  const given = inputs((row) => (row === 'P3' ? p3 : undefined));
  assert.equal(given.cpuPerWorkspace.value, 321);
  assert.match(given.cpuPerWorkspace.from, /P3, commit abc/);
  assert.ok(given.cpuPerRow.assumed);
  assert.ok(inputs((row) => (row === 'P3' ? { ...p3, failed: 'no' } : undefined)).cpuPerWorkspace.assumed);
});

test('the model comes within 10 % of the measured fan-out', () => {
  const [p1] = comparison(inputs(), measured());
  assert.equal(p1.row, 'P1');
  assert.ok(p1.near, `the model says ${p1.model} ms, measured were ${p1.measured} ms`);
});

test('the settings of the documentation are understood', () => {
  const values = Object.values(SETTINGS).flatMap((each) => (typeof each === 'object' ? Object.values(each) : each));
  assert.ok(values.length > 0 && values.every((value) => value > 0), JSON.stringify(SETTINGS));
});

test('the page says what the model says', () => {
  assert.ok(readFileSync(MODEL, 'utf8').includes(figures().text), 'mend it with: node bench/scale.js --write');
});
