package agency.steward.member.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.testing.SandboxCall;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What Steward has sent to a workspace. */
final class Calls {
  private static final String LIST = ".*/workspace-members(\\?.*)?";

  /** Statuses of what may have happened; 0 is silence. */
  private static final List<Integer> DONE = List.of(0, 200, 500, 504);

  private Calls() {}

  /** Nothing is written to anybody twice without a look at them in between. */
  static void check(Premises place) {
    Set<String> sent = new HashSet<>();
    for (SandboxCall call : place.tenant().calls()) {
      if (!place.keys().contains(call.keyId())) {
        continue;
      }
      if (call.method().equals("GET")) {
        sent.removeIf(write -> call.path().matches(LIST) || write.endsWith(call.path()));
      } else if (!call.method().equals("POST") && DONE.contains(call.status())) {
        assertThat(sent.add(call.method() + " " + call.path())).as("%s twice", call).isTrue();
      }
    }
  }
}
