// Programs that the bench starts. Each is ended by its own process id, whatever happens to the bench.
import { execFileSync, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { reach } from './http.js';

const running = new Set();
const TICK_MS = 10; // USER_HZ is 100 on every Linux
const PATIENCE_MS = 180_000;

export class Program {
  /** @param options log: file of its output; env: beside the bench's own; talks: reads commands, answers lines */
  constructor(name, command, args, { log, env = {}, talks = false }) {
    this.name = name;
    this.log = log;
    const output = openSync(log, 'a');
    this.child = spawn(command, args, {
      env: { ...cleanEnvironment(), ...env },
      stdio: ['pipe', talks ? 'pipe' : output, output],
    });
    closeSync(output);
    running.add(this);
    this.ended = new Promise((resolve) => {
      const end = (why) => {
        this.end = why;
        running.delete(this);
        resolve();
      };
      this.child.on('exit', (code, signal) => end(signal ?? `exit code ${code}`));
      this.child.on('error', (e) => end(e.message)); // it could not be started at all
    });
    this.child.stdin.on('error', () => {}); // that it has ended is told by `ended`
    if (talks) {
      this.lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
    }
  }

  get pid() {
    return this.child.pid;
  }

  /** Says one line and waits for the line it answers. */
  async say(line) {
    this.child.stdin.write(line + '\n');
    return this.hear();
  }

  async hear() {
    const { value, done } = await this.lines.next();
    if (done) {
      await this.ended;
      throw new Error(this.obituary());
    }
    return value;
  }

  /** Waits until this address answers 2xx; how often it asks is how exactly it knows. */
  async awaitAnswer(url, everyMs = 25) {
    const until = performance.now() + PATIENCE_MS;
    while (performance.now() < until) {
      if (this.end) {
        throw new Error(this.obituary());
      }
      if (await reach(url)) {
        return;
      }
      await pause(everyMs);
    }
    throw new Error(`${this.name} does not answer on ${url} after ${PATIENCE_MS / 1000} s; its log is ${this.log}`);
  }

  obituary() {
    const last = readFileSync(this.log, 'utf8').trimEnd().split('\n').slice(-5).join('\n  ');
    return `${this.name} ended (${this.end}); its log ${this.log} ends with\n  ${last}`;
  }

  /** CPU it has used so far, all its threads, user and system; in ms. */
  cpu() {
    const fields = readFileSync(`/proc/${this.pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  }

  /** From now on it runs on these CPUs alone, all its threads. */
  keepTo(cpus) {
    execFileSync('taskset', ['--all-tasks', '--pid', '--cpu-list', cpus.join(), String(this.pid)], { stdio: 'ignore' });
  }

  /** Memory it holds; in MB. */
  resident() {
    const line = readFileSync(`/proc/${this.pid}/status`, 'utf8').match(/^VmRSS:\s+(\d+) kB/m);
    return Number(line[1]) / 1024;
  }

  /** The most it holds while something happens; in MB. */
  async peak(work) {
    let most = this.resident();
    const look = setInterval(() => (most = Math.max(most, this.resident())), 50);
    try {
      await work();
    } finally {
      clearInterval(look);
    }
    return most;
  }

  kill() {
    this.child.kill('SIGKILL');
    return this.ended;
  }

  /** Of one that ends with its standard input, in its own time. */
  finish() {
    this.child.stdin.end();
    return this.ended;
  }

  /** @param patience ms until it is no longer asked but made to end */
  async close(patience = 20_000) {
    this.child.stdin.end();
    this.child.kill('SIGTERM');
    const late = setTimeout(() => this.child.kill('SIGKILL'), patience);
    await this.ended;
    clearTimeout(late);
  }
}

/** Ends whatever still runs; for the end of the bench itself. */
export async function endAll() {
  while (running.size > 0) {
    await Promise.all([...running].map((program) => program.close()));
  }
}

/** CPU that all processes of the machine have used so far; in ms. */
export function busy() {
  const [user, nice, system, , , irq, softirq] = readFileSync('/proc/stat', 'utf8').split('\n')[0].trim().split(/\s+/).slice(1).map(Number);
  return (user + nice + system + irq + softirq) * TICK_MS;
}

/** A port of loopback that nobody uses now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Settings of whoever starts the bench are not part of what is measured. */
function cleanEnvironment() {
  const foreign = /^(QUARKUS_|STEWARD_|SANDBOX_|JAVA_TOOL_OPTIONS$|JDK_JAVA_OPTIONS$|NODE_OPTIONS$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}
