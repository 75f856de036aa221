import { Fanout } from '../lib/fanout.js';
import { USUAL_LATENCY } from '../lib/sandbox.js';

export const title = 'Stragglers';
export const workload = 'GET /v1/members?deadline=PT1S over 1,000 workspaces, 1 % of which never answer';

const DEADLINE = 1000;

export async function measure(bench) {
  const workspaces = bench.size(1000);
  const fanout = await Fanout.start(bench, workspaces);
  const silent = Math.max(1, Math.round(workspaces / 100));
  for (const { workspace_id } of fanout.fleet.slice(0, silent)) {
    await fanout.sandbox.behave({ workspace_id, match: { method: 'GET', path: '/workspace-members' }, hang: true });
  }
  const missing = new Set(fanout.ids.slice(0, silent));
  const ours = () => read(fanout, missing, workspaces);
  const rounds = await bench.alternate({ steward: ours }, {
    warmups: 3,
    show: ({ late, failed }) => `${late.toFixed(1)} ms past the deadline, ${failed} named`,
  });
  bench.check('answer after the deadline', 'ms', rounds.steward.map(({ late }) => late), { must: 50 });
  bench.check('missing ones not named', '', rounds.steward.map(({ unnamed }) => unnamed), { must: 0 });
}

async function read({ sandbox, steward }, missing, workspaces) {
  await sandbox.latency(USUAL_LATENCY);
  const { status, body, ms } = await steward.request('GET', '/v1/members?deadline=PT1S');
  if (status !== 200) {
    throw new Error(`Steward answered ${status} ${body.toString().slice(0, 300)}`);
  }
  const { items, coverage } = JSON.parse(body);
  const named = new Set(coverage.failures.map((failure) => failure.workspace_id));
  const answered = new Set(items.map((item) => item.workspace_id));
  const unnamed = [...missing].filter((id) => !named.has(id)).length + (workspaces - answered.size - named.size);
  return { late: ms - DEADLINE, failed: named.size, unnamed };
}
