package agency.steward.instantly.send;

import agency.steward.instantly.pace.Priority;
import agency.steward.instantly.wire.Permit;
import java.util.List;

/**
 * On what terms a call is sent.
 *
 * @param charged the workspaces whose quota it uses
 * @param until the deadline, as {@link System#nanoTime} counts
 * @param permit the caller's own, beside that of the pacing
 */
public record Terms(List<String> charged, Priority priority, long until, Permit permit) {}
