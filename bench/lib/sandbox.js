// The simulated Instantly, alone in a process; its journal is the judge.
import { setTimeout as pause } from 'node:timers/promises';
import { ask, askJson } from './http.js';
import { Program, freePort } from './program.js';

export const USUAL_LATENCY = { median_ms: 120, p99_ms: 600 };
export const NO_LATENCY = { median_ms: 0 };

export class Sandbox {
  static async start(bench, { memory = '1g' } = {}) {
    const port = await freePort();
    const program = new Program('sandbox', bench.java, [
      `-Xmx${memory}`,
      '-Djava.util.logging.manager=org.jboss.logmanager.LogManager',
      '-cp', bench.classPath,
      'agency.steward.sandbox.SandboxServer',
    ], { log: bench.log('sandbox'), env: { SANDBOX_PORT: String(port) } });
    bench.closeLater(program);
    const sandbox = new Sandbox(program, `http://127.0.0.1:${port}`);
    await program.awaitAnswer(`${sandbox.url}/_sandbox/workspaces`);
    return sandbox;
  }

  constructor(program, url) {
    this.program = program;
    this.url = url;
    this.read = 0; // the last line of the journal that was looked at
  }

  /** Workspaces of so many members: [{workspace_id, api_key}]. The same, with the same keys, each time; those that are there are as they were at first. */
  fleet(workspaces, members, prefix = `f${workspaces}x${members}`) {
    return askJson('POST', `${this.url}/_sandbox/fleet`, { json: { workspaces, members, prefix, fixed: true } });
  }

  behave(rule) {
    return ask('PUT', `${this.url}/_sandbox/behaviour`, { body: JSON.stringify(rule) });
  }

  /** From now on; the same draws each time this is called, so that every contender meets the same ones. */
  latency(latency) {
    return this.behave({ latency });
  }

  /** Forgets what was asked until now. */
  async forget() {
    await this.journal(0);
  }

  /** What was asked since the last look, as soon as at least so many lines are there: the answer comes before its line. */
  async journal(atLeast) {
    const lines = [];
    for (let look = 0; look < 40; look++) {
      const { body } = await ask('GET', `${this.url}/_sandbox/journal?after=${this.read}`);
      const more = body.toString().split('\n').filter(Boolean).map((line) => JSON.parse(line));
      if (more.length > 0) {
        if (this.read > 0 && more[0].seq !== this.read + 1) {
          throw new Error(`The sandbox's journal has forgotten lines ${this.read + 1} to ${more[0].seq - 1}`);
        }
        this.read = more.at(-1).seq;
        lines.push(...more);
      }
      if (lines.length >= atLeast) {
        break;
      }
      await pause(50);
    }
    return lines;
  }

  /** Runs this with fresh draws of latency. @returns what it returned, and the journal of it */
  async during(latency, calls, work) {
    await this.forget();
    await this.latency(latency);
    const result = await work();
    return { result, journal: await this.journal(calls) };
  }
}

/** How often the rate limit refused; no contender may be faster by breaking it. */
export const refused = (journal) => journal.filter((line) => line.limited).length;

export const of = (journal, method, pathEnd) =>
  journal.filter((line) => line.method === method && pathEnd.test(line.path));
