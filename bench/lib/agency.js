// Fleets that Steward knows: the same ones each time the sandbox founds them, registered once and kept for every row.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startPostgres } from './postgres.js';
import { Sandbox } from './sandbox.js';
import { HEAP, Steward } from './steward.js';

const KEPT = resolve('target/bench/fleets');

/**
 * A sandbox with so many workspaces of so many members, and Steward over them.
 *
 * @param labels gives those of the n-th one
 * @returns sandbox, steward, fleet: [{workspace_id, api_key}], ids: theirs in Steward, start: another Steward over the same
 */
export async function agency(bench, workspaces, members, { memory, labels, steward = {} } = {}) {
  const sandbox = await Sandbox.start(bench, { memory });
  const founding = sandbox.fleet(workspaces, members);
  const kept = join(KEPT, `${workspaces}x${members}`);
  if (!isGood(kept, bench)) {
    await keep(bench, sandbox, await founding, kept, labels);
  }
  const start = (options) => Steward.start(bench, sandbox, { ...options, kept });
  const { ids } = JSON.parse(readFileSync(join(kept, 'ids.json')));
  const [fleet, first] = await Promise.all([founding, start(steward)]);
  return { sandbox, fleet, ids, start, steward: first };
}

async function keep(bench, sandbox, fleet, kept, labels) {
  bench.say(`registering ${fleet.length} workspaces, once for all rows`);
  rmSync(kept, { recursive: true, force: true });
  mkdirSync(kept, { recursive: true });
  const postgres = await startPostgres(bench, 'registering-postgres', join(kept, 'postgres'), { commits: 'off' });
  const java = [...HEAP, '-XX:TieredStopAtLevel=1']; // it is soon over: to compile better would take longer than it saves
  const steward = await Steward.start(bench, sandbox, { name: 'registering', database: postgres.url, java });
  const ids = await steward.register(fleet, labels);
  await steward.close();
  await postgres.program.finish();
  cpSync(steward.directory, join(kept, 'steward'), { recursive: true });
  writeFileSync(join(kept, 'ids.json'), JSON.stringify({ package: packaged(bench), ids }));
}

/** Another package may have other tables. */
function isGood(kept, bench) {
  const file = join(kept, 'ids.json');
  return existsSync(file) && JSON.parse(readFileSync(file)).package === packaged(bench);
}

const packaged = (bench) => statSync(join(bench.app, 'complete')).mtimeMs;
