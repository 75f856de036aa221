package agency.steward.testing;

import java.util.List;

/**
 * A workspace in the simulated Instantly.
 *
 * @param id Instantly's
 * @param apiKey one that may do everything there
 */
public record SandboxWorkspace(String id, String apiKey) {

  /**
   * From now on these calls of the workspace misbehave.
   *
   * @param what such as {@code "hang":true}
   */
  public void behave(String method, String path, String what) {
    SandboxControl.behaviour(
        "{\"workspace_id\":\"%s\",\"match\":{\"method\":\"%s\",\"path\":\"%s\"},%s}"
            .formatted(id, method, path, what));
  }

  /** From now on they are answered as Instantly should. */
  public void behaveWell(String method, String path) {
    SandboxControl.behaviour(
        "{\"workspace_id\":\"%s\",\"match\":{\"method\":\"%s\",\"path\":\"%s\"}}"
            .formatted(id, method, path));
  }

  public List<SandboxCall> calls() {
    return SandboxControl.journal(id);
  }

  /** What reached Instantly and was no read. */
  public List<SandboxCall> writes() {
    return calls().stream().filter(call -> !call.method().equals("GET")).toList();
  }
}
