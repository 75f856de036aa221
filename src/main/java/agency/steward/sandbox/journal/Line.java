package agency.steward.sandbox.journal;

import agency.steward.sandbox.json.JsonOut;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request.
 *
 * @param atMs arrival, epoch ms; the very time the rate limit counted it at
 * @param workspace of the key; null when the key was not known
 * @param asWorkspace the sub workspace it really ran as, null when it ran as the key's own
 * @param status 0 when no answer was sent
 * @param latencyMicros from arrival to answer
 * @param limited refused by the rate limit
 */
public record Line(
    long atMs,
    @Nullable UUID workspace,
    @Nullable UUID asWorkspace,
    @Nullable UUID keyId,
    String method,
    String path,
    int status,
    int latencyMicros,
    boolean limited) {

  void write(JsonOut out, long seq) {
    out.object().number("seq", seq).number("at_ms", atMs).id("workspace_id", workspace);
    if (asWorkspace != null) {
      out.id("as_workspace", asWorkspace);
    }
    out.id("key_id", keyId).text("method", method).text("path", path).number("status", status);
    out.thousandths("latency_ms", latencyMicros).flag("limited", limited).endObject().newLine();
  }
}
