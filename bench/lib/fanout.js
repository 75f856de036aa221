// What the rows that read the whole fleet have in common: a fleet, Steward over it, and rivals that read the same.
import { agency } from './agency.js';
import { Rival } from './rival.js';
import { NO_LATENCY, USUAL_LATENCY, of, refused } from './sandbox.js';

export const MEMBERS = 25;
export const SIZES = [100, 1_000, 10_000];
const PATH = '/api/v2/workspace-members?limit=100';
const JVMS = new Set(['steward', 'vertx']);
const AT_ONCE = 2048; // steward.fleet.calls-in-flight

export class Fanout {
  /** The first hundred, thousand and ten thousand of them have a label that says so. */
  static async start(bench, workspaces, { steward } = {}) {
    const labels = (n) => Object.fromEntries(SIZES.filter((size) => n < bench.size(size)).map((size) => [`first-${size}`, 'yes']));
    return Object.assign(new Fanout(bench, workspaces), await agency(bench, workspaces, MEMBERS, { labels, steward }));
  }

  constructor(bench, workspaces) {
    Object.assign(this, { bench, workspaces });
  }

  /** Steward reading all of them, or those a query picks. */
  ours(query = '', workspaces = this.workspaces) {
    return (latency = USUAL_LATENCY) => this.#measured(workspaces, latency, this.steward.program, () => this.steward.members(workspaces, query));
  }

  /** A rival reading the first so many of them. */
  async rival(name, workspaces = this.workspaces, options = {}) {
    this.rivals ??= {};
    const rival = (this.rivals[name] ??= await Rival.start(this.bench, name));
    const calls = this.fleet.slice(0, workspaces).map(({ api_key }) => [PATH, api_key]);
    const file = await rival.prepare(
      { base: this.sandbox.url, method: 'GET', atOnce: AT_ONCE, calls, ...options }, String(workspaces));
    return (latency = USUAL_LATENCY) => this.#measured(workspaces, latency, rival.program, async () => {
      const { ok, rows, failure, wall } = await rival.go(file);
      if (ok !== workspaces || rows !== workspaces * MEMBERS) {
        throw new Error(`${name} read ${ok} of ${workspaces} workspaces and ${rows} rows: ${failure}`);
      }
      return { ms: wall };
    });
  }

  /** Has each of them read without latency, so often where it is a JVM: it compiles for long, and that is not what is measured. */
  async warm(contenders, times) {
    for (let n = 0; n < (this.bench.tiny ? 1 : times); n++) {
      for (const [name, read] of Object.entries(contenders)) {
        if (n < 3 || JVMS.has(name)) {
          await read(NO_LATENCY);
        }
      }
    }
  }

  /** @returns wall, ideal (the slowest answer) and CPU in ms; sent: between the arrivals of first and last call */
  async #measured(workspaces, latency, program, work) {
    const cpu = program.cpu();
    const { result, journal } = await this.sandbox.during(latency, workspaces, work);
    const calls = of(journal, 'GET', /\/workspace-members$/);
    if (refused(journal) > 0 || calls.length < workspaces) {
      throw new Error(`${program.name}: ${calls.length} calls for ${workspaces} workspaces, ${refused(journal)} refused`);
    }
    const arrivals = calls.map((line) => line.at_ms);
    return {
      wall: result.ms,
      ideal: Math.max(...calls.map((line) => line.latency_ms)),
      sent: Math.max(...arrivals) - Math.min(...arrivals),
      cpu: program.cpu() - cpu,
    };
  }
}

export const walls = (rounds) => rounds.map((round) => round.wall);
export const showWall = ({ wall, ideal }) => `${wall.toFixed(0)} ms (slowest answer ${ideal.toFixed(0)})`;
