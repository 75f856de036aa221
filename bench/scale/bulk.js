// A change set over many workspaces: a lane each, on replicas that share one PostgreSQL with one chained ledger.
import { Clock, Pace, Servers } from './events.js';

/** Members on a page; a page is written down as intended by one transaction, and as ended by one (lane/Flow). */
const PAGE = 100;
/** The next page is asked for when so many rows of this one are still to be sent: half a second before it is needed. */
const AHEAD = 50;

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

  /** Proves whose key it is while it reads the first page; each page is written, and read back once its rows are settled. */
  run(then) {
    const pages = Math.max(1, Math.ceil(this.shape.people / PAGE));
    let [open, left] = [pages, this.shape.rows];
    const over = () => --open === 0 && then();
    const page = (nth) => {
      const rows = Math.min(left, Math.ceil(this.shape.rows / pages));
      left -= rows;
      const next = () => nth < pages && this.#call(() => page(nth + 1));
      if (rows === 0) {
        next();
        over();
      } else {
        this.#commit(() => this.#write(rows, next, () => this.#call(() => this.#commit(over))));
      }
    };
    let seen = 0;
    const begin = () => ++seen === 2 && page(1);
    this.cpu.serve(this.world.costs.laneMs, () => {
      this.#call(begin);
      this.#call(begin);
    });
  }

  /** @param soon what is done when few are left to be sent */
  #write(count, soon, then) {
    let [unsent, open] = [count, count];
    for (let i = 0; i < count; i++) {
      this.rows.enter((leave) =>
        this.cpu.serve(this.world.costs.rowMs, () => {
          if (--unsent === Math.min(AHEAD, count - 1)) {
            soon();
          }
          this.#call(() => {
            leave();
            if (--open === 0) {
              then();
            }
          });
        }));
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
