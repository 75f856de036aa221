// A change set over many workspaces: a lane each, on replicas that share one PostgreSQL with one chained ledger.
import { Clock, Pace, Servers } from './events.js';

/** Rows that one transaction writes down as intended, and as ended; members on a page (lane/Together, lane/Verifying). */
const BLOCK = 100;
const BATCH = 200;
const PAGE = 100;

/**
 * @param shape workspaces, rows in each, people in each (whom a look has to read), delegated: all through one admin
 * @param limits replicas, cores, lanes (of one replica at a time), rowsInFlight (of one lane), pace
 * @param costs rowMs and laneMs of CPU, commitMs: how long the head of the ledger is held for a transaction
 * @returns wall in ms, calls, transactions in the ledger, and how busy what was
 */
export function bulk(shape, { latency, ...limits }, costs) {
  const clock = new Clock();
  const ledger = new Servers(clock, 1);
  const replicas = Array.from({ length: limits.replicas }, () => ({
    cpu: new Servers(clock, limits.cores), lanes: new Servers(clock, limits.lanes),
  }));
  const shared = shape.delegated ? new Pace(clock, limits.pace) : undefined;
  const world = { clock, ledger, latency, limits, costs, calls: 0, entries: 0 };
  for (let i = 0; i < shape.workspaces; i++) {
    const { cpu, lanes } = replicas[i % replicas.length];
    lanes.enter((leave) => new Lane(world, shape, cpu, shared ?? new Pace(clock, limits.pace)).run(leave));
  }
  const wall = clock.run();
  const mean = (of) => replicas.reduce((sum, replica) => sum + replica[of].utilization(wall), 0) / replicas.length;
  return {
    wall, calls: world.calls, entries: world.entries,
    busy: {
      CPU: mean('cpu'),
      'lanes at a time': mean('lanes'),
      'head of the ledger': ledger.utilization(wall),
      'quota of a workspace': Math.min(1, (world.calls / (shared ? 1 : shape.workspaces)) * (limits.pace.window / limits.pace.count) / wall),
    },
  };
}

class Lane {
  constructor(world, shape, cpu, pace) {
    Object.assign(this, { world, shape, cpu, pace });
    this.rows = new Servers(world.clock, world.limits.rowsInFlight);
  }

  /** Proves whose key it is and looks; then as lane/Together does it. */
  run(then) {
    const begin = () => (this.shape.people > PAGE ? this.#pageByPage(then) : this.#blockByBlock(this.shape.rows, then));
    this.cpu.serve(this.world.costs.laneMs, () => this.#call(() => this.#look(begin)));
  }

  /** Intends, writes, reads back, writes down; then the next ones. */
  #blockByBlock(left, then) {
    if (left === 0) {
      then();
      return;
    }
    const size = Math.min(BLOCK, left);
    const next = () => this.#blockByBlock(left - size, then);
    this.#commit(() => this.#write(size, () => this.#look(() => this.#commit(next))));
  }

  /** What is on a page is written while the next one is read; all is read back once. */
  #pageByPage(then) {
    const pages = Math.ceil(this.shape.people / PAGE);
    let [open, left] = [pages, this.shape.rows];
    const end = () => --open === 0 && this.#look(() => this.#ended(this.shape.rows, then));
    const page = (nth) =>
      this.#call(() => {
        const size = Math.min(left, Math.ceil(this.shape.rows / pages));
        left -= size;
        this.#commit(() => this.#write(size, end));
        if (nth < pages) {
          page(nth + 1);
        }
      });
    page(1);
  }

  #ended(left, then) {
    this.#commit(() => (left > BATCH ? this.#ended(left - BATCH, then) : then()));
  }

  #look(then) {
    const page = (left) => (left === 0 ? then() : this.#call(() => page(left - 1)));
    page(Math.max(1, Math.ceil(this.shape.people / PAGE)));
  }

  #write(count, then) {
    let left = count;
    if (left === 0) {
      then();
    }
    for (let i = 0; i < count; i++) {
      this.rows.enter((leave) =>
        this.cpu.serve(this.world.costs.rowMs, () =>
          this.#call(() => {
            leave();
            if (--left === 0) {
              then();
            }
          })));
    }
  }

  #call(then) {
    this.world.calls++;
    this.pace.enter(() => this.world.clock.after(this.world.latency(), then));
  }

  #commit(then) {
    this.world.entries++;
    this.world.ledger.serve(this.world.costs.commitMs, then);
  }
}
