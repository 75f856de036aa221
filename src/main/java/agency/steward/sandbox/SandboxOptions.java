package agency.steward.sandbox;

import agency.steward.sandbox.limit.Limits;
import agency.steward.sandbox.world.FileLog;
import agency.steward.sandbox.world.StateLog;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How a sandbox runs.
 *
 * @param port on loopback; 0 takes a free one
 * @param data where the state is kept so that it survives the process; nowhere when empty
 * @param perSecond calls that a workspace may make in any sliding second
 * @param perMinute calls that a workspace may make in any sliding minute
 * @param journalLines that are remembered
 * @param eventLoops threads that answer
 * @param clock for everything but latency
 */
public record SandboxOptions(
    int port,
    Optional<Path> data,
    int perSecond,
    int perMinute,
    int journalLines,
    int eventLoops,
    InstantSource clock) {
  private static final int JOURNAL_LINES = 400_000;

  public static SandboxOptions onPort(int port) {
    return new SandboxOptions(
        port,
        Optional.empty(),
        Limits.DOCUMENTED.perSecond(),
        Limits.DOCUMENTED.perMinute(),
        JOURNAL_LINES,
        Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4),
        InstantSource.system());
  }

  public SandboxOptions keptIn(Path directory) {
    return new SandboxOptions(
        port, Optional.of(directory), perSecond, perMinute, journalLines, eventLoops, clock);
  }

  public SandboxOptions at(InstantSource otherClock) {
    return new SandboxOptions(
        port, data, perSecond, perMinute, journalLines, eventLoops, otherClock);
  }

  StateLog log() {
    return data.<StateLog>map(FileLog::new).orElse(StateLog.NONE);
  }

  Limits limits() {
    return new Limits(perSecond, perMinute);
  }
}
