// What the rows that change many members have in common: workspaces as they were at first for each run, since a change is
// made once, and a change set from its plan to its end.
import { setTimeout as pause } from 'node:timers/promises';
import { agency } from './agency.js';
import { ask } from './http.js';
import { Rival } from './rival.js';
import { NO_LATENCY, of, refused } from './sandbox.js';

export const KEEP = 3; // member 0 owns a workspace, 1 and 2 are admins; the others may view
const ENDED = new Set(['succeeded', 'partially_succeeded', 'failed', 'cancelled', 'rejected', 'expired']);

export class Bulk {
  /** With workspaces of so many people each who may view. */
  static async start(bench, workspaces, people, { steward } = {}) {
    const known = await agency(bench, workspaces, people + KEEP, { memory: '2g', steward });
    return Object.assign(new Bulk(), known, { bench, workspaces, people });
  }

  /** The workspaces as they were at first. */
  async fresh() {
    const { workspaces, people, ids } = this;
    return { ...(await this.#founded(workspaces, people)), ids };
  }

  /** As many of somebody else's, whom Steward does not know. */
  strangers(workspaces = this.workspaces, people = this.people) {
    return this.#founded(workspaces, people, 'theirs');
  }

  async #founded(workspaces, people, prefix = `f${workspaces}x${people + KEEP}`) {
    await this.sandbox.latency(NO_LATENCY);
    const fleet = await this.sandbox.fleet(workspaces, people + KEEP, prefix);
    return { fleet, prefix, people, rows: workspaces * people };
  }

  /** The path of the n-th member of the first workspace. */
  async pathOf({ ids, prefix }, n) {
    const members = `/v1/workspaces/${ids[0]}/members`;
    const { items } = await this.steward.json('GET', `${members}?email=m${n}@${prefix}.example`);
    return `${members}/${items[0].id}`;
  }

  /** Everybody in them who may view becomes an editor, but for the first so many. */
  roleChange({ ids, prefix, people }, but = 0) {
    const emails = Array.from({ length: people - but }, (_, n) => `m${n + but + KEEP}@${prefix}.example`);
    const spec = { ...(but > 0 ? { emails } : { all_with_role: 'view' }), role: 'editor' };
    return { kind: 'role_change', targets: { workspace_ids: ids }, spec, reason: 'bench' };
  }

  /** Plans it. @returns the planned change set, and in `took` the ms until it was accepted and until it was planned */
  async plan({ query = '', steward = this.steward, ...request }) {
    const began = performance.now();
    const answer = await steward.request('POST', `/v1/change-sets${query}`, {
      ...request, headers: { 'Idempotency-Key': crypto.randomUUID(), ...request.headers },
    });
    if ([404, 405].includes(answer.status)) {
      throw new Error(`This Steward makes no change sets of many rows yet: POST /v1/change-sets answers ${answer.status}`);
    }
    if (![201, 202].includes(answer.status)) {
      throw new Error(`POST /v1/change-sets answers ${answer.status} ${answer.body.toString().slice(0, 300)}`);
    }
    const accepted = performance.now() - began;
    const set = await this.until(JSON.parse(answer.body), ({ state }) => state !== 'planning', steward);
    return { ...set, took: { accepted, planned: performance.now() - began } };
  }

  planJson(json, options) {
    return this.plan({ ...options, body: JSON.stringify(json), headers: { 'Content-Type': 'application/json' } });
  }

  /** The role change of everybody in them who may view, planned from a file with a line each. */
  planCsv(made) {
    return this.plan({
      query: '?kind=role_change&reason=bench&wait=PT0S', body: csv(made), headers: { 'Content-Type': 'text/csv' },
    });
  }

  /**
   * Approves it where that is needed, and applies it.
   *
   * @param override the rules that have to be lifted for it
   */
  async apply(set, { steward = this.steward, override = [] } = {}) {
    if (set.required_approvals > 0 || override.length > 0) {
      const token = await steward.tokenOf('bea@agency.example', 'agency-approver');
      const lifting = override.length > 0 ? { override, reason: 'bench' } : {};
      await steward.json('POST', `/v1/change-sets/${set.id}/approve`, { token, json: { digest: set.digest, ...lifting } });
    }
    await steward.json('POST', `/v1/change-sets/${set.id}/apply`, { json: { digest: set.digest } });
  }

  /** As {@link apply}. @returns how it ended, and the ms from the order until then */
  async toItsEnd(set, { steward = this.steward, override } = {}) {
    const began = performance.now();
    await this.apply(set, { steward, override });
    const ended = await this.ended(set, steward);
    return { ended, ms: performance.now() - began };
  }

  ended(set, steward = this.steward) {
    return this.until(set, ({ state }) => ENDED.has(state), steward);
  }

  /** Waits until its state is one of those; a Steward that is away for a while is asked again. */
  async until(set, reached, steward) {
    for (let now = set, away = 0; ; ) {
      if (reached(now)) {
        return now;
      }
      try {
        now = await steward.json('GET', `/v1/change-sets/${set.id}?wait=PT10S`);
        away = 0;
      } catch (e) {
        if (++away > 300) {
          throw e;
        }
        await pause(100);
      }
    }
  }

  /**
   * Runs a role change to its end under this latency.
   *
   * @param but so many of each workspace stay as they are
   * @returns ms from the order to apply until it had ended, and the journal
   */
  async run(made, latency, { steward = this.steward, but = 0 } = {}) {
    const rows = made.rows - but * made.ids.length;
    const set = await this.planJson(this.roleChange(made, but), { steward });
    if (set.counts.total !== rows) {
      throw new Error(`${set.counts.total} rows were planned, not ${rows}`);
    }
    const { result, journal } = await this.sandbox.during(latency, rows, () => this.toItsEnd(set, { steward }));
    const estimate = (set.estimate.seconds * 1000) / result.ms;
    await this.requireAll(result.ended, rows, steward);
    return { ms: result.ms, estimate, planned: set.took.planned, journal, limited: refused(journal) };
  }

  /** Every row was applied and seen. */
  async requireAll(set, rows, steward = this.steward) {
    const changes = await steward.request('GET', `/v1/change-sets/${set.id}/changes?format=ndjson`);
    const verified = changes.body.toString().split('\n').filter((line) => line.includes('"verified":true')).length;
    if (set.state !== 'succeeded' || verified !== rows) {
      const other = changes.body.toString().split('\n').find((line) => line && !line.includes('"verified":true')) ?? '';
      throw new Error(`The change set is ${set.state}, ${verified} of ${rows} rows verified: ${JSON.stringify(set.counts)}, such as ${other.slice(0, 900)}`);
    }
  }

  /** A rival that changes as many members of workspaces of its own. @returns what runs it */
  async rival(name, made, latency, options) {
    const rival = await Rival.start(this.bench, name);
    const calls = (await this.members(made)).map(({ id, api_key }) => [`/api/v2/workspace-members/${id}`, api_key]);
    const body = JSON.stringify({ role: 'editor' });
    const file = await rival.prepare({ base: this.sandbox.url, method: 'PATCH', body, calls, ...options });
    return async () => {
      const { result, journal } = await this.sandbox.during(latency, calls.length, () => rival.go(file));
      if (result.ok !== calls.length) {
        throw new Error(`${name} changed ${result.ok} of ${calls.length} members: ${result.failure}`);
      }
      return { ms: result.wall, journal, limited: refused(journal) };
    };
  }

  /** Those who may view: [{id, api_key}], in turn from each workspace. */
  async members({ fleet, people }) {
    await this.sandbox.latency(NO_LATENCY);
    const lists = [];
    for (const { api_key } of fleet) {
      lists.push((await this.#list(api_key)).map((id) => ({ id, api_key })));
    }
    return Array.from({ length: people }, (_, n) => lists.map((list) => list[n])).flat();
  }

  async #list(api_key) {
    const ids = [];
    let after = '';
    do {
      const url = `${this.sandbox.url}/api/v2/workspace-members?limit=100${after}`;
      const { body } = await ask('GET', url, { headers: { Authorization: `Bearer ${api_key}`, 'User-Agent': 'bench' } });
      const { items, next_starting_after } = JSON.parse(body);
      ids.push(...items.filter(({ role }) => role === 'view').map(({ id }) => id));
      after = next_starting_after && items.length > 0 ? `&starting_after=${next_starting_after}` : '';
    } while (after);
    return ids;
  }
}

export const patches = (journal) => of(journal, 'PATCH', /\/workspace-members\/[^/]+$/);

/** Requests in each second, the first and the last second left out. */
export function perSecond(journal) {
  const arrivals = journal.map((line) => line.at_ms);
  const [from, to] = [Math.min(...arrivals) + 1000, Math.max(...arrivals) - 1000];
  return to > from ? (arrivals.filter((at) => at >= from && at < to).length * 1000) / (to - from) : NaN;
}

export const ms = (rounds) => rounds.map((round) => round.ms);

function csv({ ids, prefix, people }) {
  const lines = ids.flatMap((id) =>
    Array.from({ length: people }, (_, person) => `${id},m${person + KEEP}@${prefix}.example,editor`));
  return ['workspace,email,role', ...lines].join('\n') + '\n';
}
