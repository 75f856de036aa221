// Where the time went: what the JVM recorded of itself, as text beside the results.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const VIEWS = ['hot-methods', 'cpu-load', 'gc-pauses', 'allocation-by-site', 'contention-by-site', 'pinned-threads'];

/** @returns the file that was written, if anything was recorded */
export function summarize(work, directory, row) {
  const jfr = join(process.env.JAVA_HOME, 'bin/jfr');
  const recordings = readdirSync(work).filter((name) => name.endsWith('.jfr'));
  const views = recordings.flatMap((name) =>
    VIEWS.map((view) => `# ${name}: ${view}\n${run(jfr, ['view', '--width', '150', view, join(work, name)])}`));
  if (views.length === 0) {
    return undefined;
  }
  const file = join(directory, `${row}.profile.txt`);
  writeFileSync(file, views.join('\n'));
  return existsSync(file) ? file : undefined;
}

function run(command, args) {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (e) {
    return `${e.message}\n`;
  }
}
