// Steward from its local package, in a process of its own, on a PostgreSQL of its own.
import { chmodSync, copyFileSync, cpSync, existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { exchange, askJson, ask, forEach } from './http.js';
import { startPostgres } from './postgres.js';
import { Program, freePort } from './program.js';

export const ALWAYS = ['--sun-misc-unsafe-memory-access=allow', '-Xlog:aot*=off'];
export const HEAP = ['-Xmx1g', '-XX:+UseG1GC']; // what the chart gives it: 70 % of 1.5 GB
// What the manifest says, for whoever does not start the jar itself
const OPENS = ['java.lang', 'java.nio', 'jdk.internal.misc'].map((each) => `--add-opens=java.base/${each}=ALL-UNNAMED`);

export class Steward {
  /**
   * @param options replicaOf: a Steward whose database, keys and issuer it shares; kept: where its directory and its database
   *     are to be copied from; java: options of its JVM; classes: a directory whose classes come before its own; env
   */
  static async start(bench, sandbox, options = {}) {
    const steward = new Steward(bench, sandbox, options);
    await steward.prepare();
    await steward.boot();
    return steward;
  }

  constructor(bench, sandbox, { name = 'steward', replicaOf, java = HEAP, classes, env = {}, database, kept }) {
    Object.assign(this, { bench, sandbox, name, replicaOf, java, classes, env, database, kept });
    this.directory = bench.directory(`${name}-data`);
  }

  async prepare() {
    this.port = await freePort();
    this.management = await freePort();
    this.url = `http://127.0.0.1:${this.port}`;
    if (this.kept) {
      cpSync(join(this.kept, 'steward'), this.directory, { recursive: true });
      const directory = this.bench.directory(`${this.name}-postgres`);
      cpSync(join(this.kept, 'postgres'), directory, { recursive: true });
      chmodSync(directory, 0o700); // PostgreSQL takes no other
    }
    this.database ??= this.replicaOf?.database ?? (await startPostgres(this.bench, `${this.name}-postgres`)).url;
    if (this.replicaOf) { // its own directory, since one is locked by one Steward; the same secrets in it
      const shared = this.replicaOf.directory;
      symlinkSync(join(shared, 'credentials'), join(this.directory, 'credentials'));
      copyFileSync(join(shared, 'issuer.jwk'), join(this.directory, 'issuer.jwk'));
    }
  }

  /** Starts the process, again after it was killed. @returns until it was ready: ms, and cpu in ms */
  async boot() {
    const began = performance.now();
    this.program = new Program(this.name, this.bench.java, this.command(), {
      log: this.bench.log(this.name),
      env: {
        STEWARD_LOCAL_PARENT: String(process.pid), // it ends when the bench is gone
        STEWARD_LOCAL_DATA: this.directory,
        STEWARD_INSTANTLY_BASE_URL: this.sandbox.url,
        QUARKUS_HTTP_PORT: String(this.port),
        QUARKUS_MANAGEMENT_PORT: String(this.management),
        QUARKUS_DATASOURCE_JDBC_URL: this.database,
        QUARKUS_DATASOURCE_USERNAME: 'postgres',
        QUARKUS_DATASOURCE_PASSWORD: 'postgres',
        ...this.env,
      },
    });
    this.bench.closeLater(this.program);
    await this.program.awaitAnswer(`http://127.0.0.1:${this.management}/q/health/ready`, 2);
    const until = { ms: performance.now() - began, cpu: this.program.cpu() };
    this.token = await this.tokenOf('ann@agency.example', 'agency-admin');
    return until;
  }

  command() {
    const cache = join(this.bench.app, 'steward.aot');
    const known = existsSync(cache) && !this.classes ? [`-XX:AOTCache=${cache}`] : [];
    const jar = join(this.bench.app, 'quarkus-run.jar');
    const main = this.classes
      ? [...OPENS, '-cp', `${this.classes}:${jar}`, 'io.quarkus.bootstrap.runner.AotQuarkusEntryPoint']
      : ['-jar', jar];
    return [...ALWAYS, ...known, ...this.java, ...this.bench.profiling(this.name), ...main];
  }

  async tokenOf(subject, groups) {
    const { body } = await ask('GET', `${this.url}/local/token?sub=${subject}&groups=${groups}`);
    return body.toString().trim();
  }

  headers(token = this.token) {
    return { Authorization: `Bearer ${token}` };
  }

  /** Whatever its status. */
  request(method, path, { token, headers = {}, ...options } = {}) {
    return exchange(method, this.url + path, { ...options, headers: { ...this.headers(token), ...headers } });
  }

  json(method, path, { token, headers = {}, ...options } = {}) {
    const once = method === 'POST' ? { 'Idempotency-Key': randomUUID() } : {};
    return askJson(method, this.url + path, { ...options, headers: { ...this.headers(token), ...once, ...headers } });
  }

  /** Registers each workspace. @param labels gives those of the n-th one. @returns their ids here, in the same order */
  async register(fleet, labels = () => ({})) {
    const ids = new Array(fleet.length);
    await forEach(fleet, 16, async ({ api_key }, n) => {
      const credential = { mode: 'own_key', api_key };
      ids[n] = (await this.json('POST', '/v1/workspaces', { json: { credential, labels: labels(n) } })).id;
    });
    return ids;
  }

  /** A read of the fleet that has to be whole. */
  async members(workspaces, query = '') {
    const answer = await this.request('GET', `/v1/members?deadline=PT1M${query}`);
    const tail = answer.body.subarray(-100_000).toString();
    if (answer.status !== 200 || !tail.includes(`"total":${workspaces},"ok":${workspaces},`)) {
      const coverage = tail.slice(Math.max(0, tail.lastIndexOf('"coverage"'))).slice(0, 400);
      throw new Error(`Steward did not read all of ${workspaces} workspaces: ${answer.status} ${coverage}`);
    }
    return answer;
  }

  kill() {
    return this.program.kill();
  }

  close() {
    return this.program.close();
  }
}
