// The numbers of java.util.Random, so that the model meets the very latencies that the sandbox of the bench draws.

const MULTIPLIER = 0x5DEECE66Dn;
const MASK = (1n << 48n) - 1n;

export class JavaRandom {
  #state;
  #spare;

  constructor(seed) {
    this.#state = (BigInt(seed) ^ MULTIPLIER) & MASK;
  }

  #bits(count) {
    this.#state = (this.#state * MULTIPLIER + 0xBn) & MASK;
    return Number(this.#state >> BigInt(48 - count));
  }

  /** From 0 to 1. */
  double() {
    return (this.#bits(26) * 2 ** 27 + this.#bits(27)) * 2 ** -53;
  }

  gaussian() {
    if (this.#spare !== undefined) {
      const spare = this.#spare;
      this.#spare = undefined;
      return spare;
    }
    let x, y, s;
    do {
      x = 2 * this.double() - 1;
      y = 2 * this.double() - 1;
      s = x * x + y * y;
    } while (s >= 1 || s === 0);
    const stretch = Math.sqrt((-2 * Math.log(s)) / s);
    this.#spare = y * stretch;
    return x * stretch;
  }
}

const SEED = 20_260_101; // agency.steward.sandbox.behaviour.Latency
const Z99 = 2.3263478740408408; // 99th percentile of the normal distribution

/** Draws ms, log-normal, as the sandbox does. */
export function logNormal({ median_ms, p99_ms = median_ms }, seed = SEED) {
  const random = new JavaRandom(seed);
  const sigma = Math.log(p99_ms / median_ms) / Z99;
  return sigma > 0 ? () => median_ms * Math.exp(sigma * random.gaussian()) : () => median_ms;
}
