// A Quarkus with Steward's extensions that does nothing but greet: built once, kept in target/bench/hello.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startPostgres } from './postgres.js';
import { Program, freePort } from './program.js';
import { ALWAYS, HEAP } from './steward.js';

const SOURCE = 'bench/hello';
const BUILT = resolve('target/bench/hello');
const JAR = join(BUILT, 'target/quarkus-app/quarkus-run.jar');
const CACHE = join(BUILT, 'hello.aot');

export class Hello {
  /** Builds it where that is needed, and records a start of it as `bin/run` does of Steward. */
  static async prepare(bench) {
    const hello = new Hello(bench, (await startPostgres(bench, 'hello-postgres')).url);
    if (!upToDate()) {
      build(bench);
      await hello.boot([`-XX:AOTCacheOutput=${CACHE}`]);
      await hello.program.close(120_000);
    }
    if (!existsSync(CACHE)) {
      throw new Error(`The start of hello was not recorded; see ${bench.log('hello')}`);
    }
    return hello;
  }

  constructor(bench, database) {
    Object.assign(this, { bench, database });
  }

  /** @returns until it was ready: ms, and cpu in ms */
  async boot(cache = [`-XX:AOTCache=${CACHE}`]) {
    const [port, management] = [await freePort(), await freePort()];
    const began = performance.now();
    this.program = new Program('hello', this.bench.java, [...ALWAYS, ...cache, ...HEAP, '-jar', JAR], {
      log: this.bench.log('hello'),
      env: {
        QUARKUS_HTTP_PORT: String(port),
        QUARKUS_MANAGEMENT_PORT: String(management),
        QUARKUS_DATASOURCE_JDBC_URL: this.database,
        QUARKUS_DATASOURCE_USERNAME: 'postgres',
        QUARKUS_DATASOURCE_PASSWORD: 'postgres',
      },
    });
    this.bench.closeLater(this.program);
    await this.program.awaitAnswer(`http://127.0.0.1:${management}/q/health/ready`, 2);
    return { ms: performance.now() - began, cpu: this.program.cpu() };
  }
}

function build(bench) {
  bench.say('building hello');
  const pom = readFileSync('pom.xml', 'utf8');
  const versions = ['quarkus.version', 'quarkus-vault.version'].map((name) => `-D${name}=${pom.match(`<${name}>(.*)</${name}>`)[1]}`);
  rmSync(BUILT, { recursive: true, force: true });
  cpSync(SOURCE, BUILT, { recursive: true });
  execFileSync('bin/maven', ['-B', '-q', '-f', join(BUILT, 'pom.xml'), 'package', ...versions], { stdio: ['ignore', 2, 2] });
}

function upToDate() {
  const sources = ['pom.xml', ...readdirSync(SOURCE, { recursive: true }).map((name) => join(SOURCE, name))];
  return existsSync(CACHE) && sources.every((source) => statSync(source).mtimeMs < statSync(CACHE).mtimeMs);
}
