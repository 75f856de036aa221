// The driver's own HTTP client: plain node:http, so that what is measured is not a library.
import http from 'node:http';

const agent = new http.Agent({ keepAlive: true, maxSockets: 256 });

/** Sends one request and reads the whole answer. `firstLine`: when the first whole line was there (epoch ms). */
export function exchange(method, url, { headers = {}, body, timeoutMs = 600_000 } = {}) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) };
    const request = http.request(url, { method, agent, headers: { ...length, ...headers } }, (response) => {
      const parts = [];
      let firstLine;
      response.on('data', (part) => {
        parts.push(part);
        if (firstLine === undefined && part.includes(10)) {
          firstLine = Date.now();
        }
      });
      response.on('error', reject);
      response.on('end', () => {
        const ms = performance.now() - began;
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts), ms, firstLine });
      });
    });
    request.setTimeout(timeoutMs, () => request.destroy(new Error(`${method} ${url}: no answer within ${timeoutMs} ms`)));
    request.on('error', reject);
    request.end(body);
  });
}

/** The same, and anything but 2xx is an error. */
export async function ask(method, url, options) {
  const answer = await exchange(method, url, options);
  if (answer.status < 200 || answer.status > 299) {
    throw new Error(`${method} ${url}: ${answer.status} ${answer.body.toString().slice(0, 500)}`);
  }
  return answer;
}

export async function askJson(method, url, { json, headers = {}, ...options } = {}) {
  const said = json === undefined ? {} : { body: JSON.stringify(json) };
  const type = json === undefined ? {} : { 'Content-Type': 'application/json' };
  const answer = await ask(method, url, { ...options, ...said, headers: { ...type, ...headers } });
  return answer.body.length === 0 ? undefined : JSON.parse(answer.body);
}

/** Whether somebody answers 2xx there. */
export async function reach(url) {
  try {
    const { status } = await exchange('GET', url, { timeoutMs: 2_000 });
    return status >= 200 && status <= 299;
  } catch {
    return false; // not listening yet
  }
}

/** Runs work for each item, at most so many at a time. */
export async function forEach(items, atOnce, work) {
  const left = items.entries();
  const one = async () => {
    for (const [index, item] of left) {
      await work(item, index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, one));
}
