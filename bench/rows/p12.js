export const title = 'Inventory';
export const workload = '250,000 snapshot rows: one person everywhere, the full matrix as CSV, as of one day';

export async function measure() {
  throw new Error('Steward keeps no snapshots yet; the row comes with them');
}
