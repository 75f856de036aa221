// Figures of rounds: always the median, with what it lies between.

export function median(values) {
  const sorted = ascending(values);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The smallest value that `share` (0…1) of all values do not exceed. */
export function percentile(values, share) {
  const sorted = ascending(values);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

export function spread(values) {
  if (values.length === 0 || !values.every(Number.isFinite)) {
    throw new Error(`No figures to take a median of: [${values.join(', ')}]`);
  }
  return { median: median(values), min: Math.min(...values), max: Math.max(...values), values };
}

/** One value over the other, round by round: what both met at the same time is not counted twice. */
export function ratios(values, others) {
  if (values.length !== others.length) {
    throw new Error(`${values.length} rounds cannot be held against ${others.length}`);
  }
  return values.map((value, round) => value / others[round]);
}

/** What a figure is worth: `limits` has `must` and perhaps `aim`, and `least` where more is better. */
export function verdict(value, { must, aim, least = false }) {
  const holds = (limit) => (least ? value >= limit : value <= limit);
  if (must === undefined) {
    return 'shown';
  }
  if (!holds(must)) {
    return 'missed';
  }
  return aim !== undefined && holds(aim) ? 'aim' : 'must';
}

/** By how much of the old figure the new one is worse; negative where it is better. */
export function worsening(now, before, { least = false } = {}) {
  return least ? (before - now) / before : (now - before) / before;
}

function ascending(values) {
  return [...values].sort((a, b) => a - b);
}
