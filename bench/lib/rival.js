// Somebody else who does the same calls, in a process of its own. It is told `prepare <calls>` and `go <calls>`, where
// <calls> is a file, and answers one line of JSON each time; see rivals/.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Program } from './program.js';

export class Rival {
  /** @param name loop, undici, p-queue, bottleneck (rivals/node.js), vertx (rivals/BareClient.java) or load (rivals/Load.java) */
  static async start(bench, name) {
    const [command, args] = commandOf(bench, name);
    const program = new Program(name, command, args, { log: bench.log(name), talks: true });
    bench.closeLater(program);
    return new Rival(bench, name, program);
  }

  constructor(bench, name, program) {
    Object.assign(this, { bench, name, program });
  }

  /** Hands it its calls, before the clock runs. @returns what `go` takes */
  async prepare(calls, label = 'calls') {
    const file = join(this.bench.work, `${this.name}-${label}.json`);
    writeFileSync(file, JSON.stringify(calls));
    await this.#say(`prepare ${file}`);
    return file;
  }

  /** Does all its calls. @returns what it says of them, with the wall time from the order to the report */
  async go(file) {
    const began = performance.now();
    const said = await this.#say(`go ${file}`);
    return { ...said, wall: performance.now() - began };
  }

  async #say(line) {
    const said = JSON.parse(await this.program.say(line));
    if (said.error) {
      throw new Error(`${this.name}: ${said.error}`);
    }
    return said;
  }
}

function commandOf(bench, name) {
  const source = { vertx: 'BareClient', load: 'Load' }[name];
  return source
    ? [bench.java, ['-Xmx1g', '--sun-misc-unsafe-memory-access=allow', '-cp', bench.classPath, `bench/rivals/${source}.java`]]
    : [process.execPath, ['bench/rivals/node.js', name]];
}
