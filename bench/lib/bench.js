// What a row works with: its processes, its rounds, and the figures that it hands in.
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { spread, verdict } from './statistics.js';

export const APP = resolve('target/local');

export class Bench {
  #open = [];
  #closed = false;

  /** @param options quick: fewer rounds; tiny: only whether it works at all; profile: Steward records where its time goes */
  constructor(row, { quick = false, tiny = false, profile = false }) {
    Object.assign(this, { row, quick, tiny, profile });
    this.app = APP;
    this.java = join(process.env.JAVA_HOME, 'bin/java');
    this.classPath = ['app', 'lib/main', 'lib/boot'].map((part) => join(APP, part, '*')).join(':');
    this.work = resolve('target/bench', row);
    rmSync(this.work, { recursive: true, force: true });
    mkdirSync(this.work, { recursive: true });
    this.began = performance.now();
    this.contenders = [];
    this.checks = [];
  }

  get rounds() {
    return this.tiny ? 1 : this.quick ? 3 : 5;
  }

  /** How much of something: all of it, or where only the suite itself is tried a fiftieth. */
  size(whole, quick = whole) {
    return this.tiny ? Math.max(2, Math.round(whole / 50)) : this.quick ? quick : whole;
  }

  log(name) {
    return join(this.work, `${name}.log`);
  }

  directory(name) {
    const directory = join(this.work, name);
    mkdirSync(directory, { recursive: true });
    return directory;
  }

  /** Options of a JVM whose recording is wanted. */
  profiling(name) {
    const file = join(this.work, `${name}.jfr`);
    return this.profile ? [`-XX:StartFlightRecording=settings=profile,filename=${file}`, '-Xlog:jfr*=off'] : [];
  }

  /** How far it is, with the seconds that the row has taken. */
  say(text) {
    console.error(`${this.row} ${Math.round((performance.now() - this.began) / 1000)} s: ${text}`);
  }

  /**
   * Runs every contender in turn, each round in the other order, after warming all of them up.
   *
   * @param contenders name → what it does, which returns what was measured
   * @param options shown: others who have no limit; where little time is given they run once, afterwards
   * @returns name → what it measured in each counted round
   */
  async alternate(contenders, { warmups = 2, rounds = this.rounds, shown = {}, show = () => '' } = {}) {
    if (!this.quick) {
      return this.#alternate({ ...contenders, ...shown }, warmups, rounds, show);
    }
    const measured = await this.#alternate(contenders, warmups, rounds, show);
    const once = Object.keys(shown).length > 0 ? await this.#alternate(shown, 0, 1, show) : {};
    return { ...measured, ...once };
  }

  async #alternate(contenders, warmups, rounds, show) {
    const names = Object.keys(contenders);
    const measured = Object.fromEntries(names.map((name) => [name, []]));
    const warm = this.tiny ? Math.min(1, warmups) : warmups;
    for (let round = -warm; round < rounds; round++) {
      const order = round % 2 ? names.toReversed() : names;
      const shown = [];
      for (const name of order) {
        const figures = await contenders[name]();
        shown.push(`${name} ${show(figures)}`);
        if (round >= 0) {
          measured[name].push(figures);
        }
      }
      this.say(`${round < 0 ? 'warm-up' : `round ${round + 1}`}: ${shown.join(', ')}`);
    }
    return measured;
  }

  /** A figure of somebody, for the reader. @param note what is special about it */
  figure(contender, what, unit, values, note) {
    this.contenders.push({ contender, what, unit, ...spread(values), ...(note && { note }) });
  }

  /**
   * A figure with a limit, judged by its median.
   *
   * @param limits must, aim; least: true where more is better; compare: true where `bench-check` watches it
   */
  check(name, unit, values, limits) {
    const figures = spread(values);
    this.checks.push({ name, unit, ...figures, ...limits, verdict: verdict(figures.median, limits) });
  }

  /** What cannot be measured today fails, and says why; the rest of the row goes on. */
  async attempt(name, limits, work) {
    try {
      await work();
    } catch (e) {
      this.say(`${name}: ${e.message}`);
      this.checks.push({ name, ...limits, verdict: 'failed', why: e.message });
    }
  }

  closeLater(program) {
    this.#open.push(program);
    if (this.#closed) {
      program.kill(); // started by a row that was given up
    }
  }

  /** In the reverse order of their starts. */
  async close() {
    this.#closed = true;
    while (this.#open.length > 0) {
      await this.#open.pop().close();
    }
  }
}
