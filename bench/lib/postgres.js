import { Program } from './program.js';

/**
 * A database that outlives the Stewards on it, new or as this directory holds it.
 *
 * @param commits 'off' where they need not wait for the disk: what is measured never does that
 * @returns its JDBC URL, and the program
 */
export async function startPostgres(bench, name, directory = bench.directory(name), { commits = 'on' } = {}) {
  const program = new Program(name, bench.java, ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xmx64m',
    '-Djava.util.logging.manager=org.jboss.logmanager.LogManager',
    '-cp', bench.classPath, 'bench/lib/Postgres.java', directory, commits], { log: bench.log(name), talks: true });
  bench.closeLater(program);
  for (;;) {
    const line = await program.hear();
    if (line.startsWith('jdbc:')) {
      return { url: line, program };
    }
  }
}
