// One read of many workspaces by one replica: so many calls in flight, each answer costs CPU.
import { Clock, Pace, Servers } from './events.js';

/** Of a call's CPU this share is spent before it is sent; the answer has the rest. Not measured, and of little weight. */
const BEFORE = 0.3;

/**
 * @param latency draws ms; pace: the one bucket that all calls go through, where they are delegated
 * @returns wall and ideal (the slowest answer) in ms, and how busy what was
 */
export function fanout({ workspaces, latency, inFlight, cores, cpuMs, pace }) {
  const clock = new Clock();
  const cpu = new Servers(clock, cores);
  const calls = new Servers(clock, inFlight);
  const bucket = pace && new Pace(clock, pace);
  let ideal = 0;
  const send = (leave) => () => {
    const took = latency();
    ideal = Math.max(ideal, took);
    clock.after(took, () => cpu.serve(cpuMs * (1 - BEFORE), leave));
  };
  for (let i = 0; i < workspaces; i++) {
    calls.enter((leave) =>
      cpu.serve(cpuMs * BEFORE, () => (bucket ? bucket.enter(send(leave)) : send(leave)())));
  }
  const wall = clock.run();
  return {
    wall, ideal, mostInFlight: calls.most,
    busy: {
      CPU: cpu.utilization(wall),
      'calls in flight': calls.utilization(wall),
      ...(pace && { 'quota of the admin workspace': used(workspaces, pace, wall) }),
    },
  };
}

const used = (calls, { count, window }, wall) => Math.min(1, (calls * window) / (count * wall));
