package agency.steward.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code SANDBOX_DATA}: the state survives the process. */
class PersistenceTest {
  @TempDir private Path data;

  private Sandbox start() {
    return Sandbox.start(SandboxOptions.onPort(0).keptIn(data));
  }

  @Test
  void everythingAnsweredSurvivesAKill() throws Exception {
    int port = freePort();
    var box = new Box("http://127.0.0.1:" + port);
    Process first = process(port);
    Instantly before;
    String eve;
    String gone;
    try {
      awaitAnswer(box);
      before =
          box.workspace(
              "{'name':'Kept','tags':['t'],'accounts':[{'email':'a@b.example','tags':['t']}]}");
      gone = before.invite("gone@c.example", "view");
      eve = before.invite("eve@c.example", "view");
      before.patch("workspace-members/" + eve, "{'role':'admin','nickname':'Eve'}");
      before.delete("workspace-members/" + gone);
      before.behave("'scope_status':403");
    } finally {
      first.destroyForcibly().waitFor();
    }

    Process second = process(port);
    try {
      awaitAnswer(box);
      assertThat(before.get("workspaces/current").text("name")).isEqualTo("Kept");
      assertThat(before.get("workspace-members/" + eve).text("role")).isEqualTo("admin");
      assertThat(before.get("workspace-members/" + eve).text("nickname")).isEqualTo("Eve");
      assertThat(before.get("workspace-members/" + gone).status()).isEqualTo(404);
      assertThat(
              before
                  .get("accounts?include_tags=true")
                  .json()
                  .at("/items/0/tags/0/label")
                  .textValue())
          .isEqualTo("t");
      assertThat(box.control("GET", "behaviour", "").json().at("/0/scope_status").intValue())
          .isEqualTo(403);
    } finally {
      second.destroyForcibly().waitFor();
    }
  }

  @Test
  void aLineThatTheDeathCutOffIsNotMissed() throws IOException {
    Instantly before;
    try (Sandbox sandbox = start()) {
      before = new Box(sandbox.url()).workspace("{'name':'Kept'}");
    }
    Files.writeString(data.resolve("sandbox.ndjson"), "{\"w\":\"01a2", StandardOpenOption.APPEND);

    try (Sandbox sandbox = start()) {
      assertThat(moved(before, sandbox).get("workspaces/current").text("name")).isEqualTo("Kept");
    }
  }

  @Test
  void linksSurviveAndAcceptedOnesStillDelegate() {
    Instantly sub;
    Instantly admin;
    try (Sandbox sandbox = start()) {
      var box = new Box(sandbox.url());
      sub = box.workspace("{}");
      admin = box.workspace("{'group_admin_of':['%s']}".formatted(sub.workspace()));
    }
    try (Sandbox sandbox = start()) {
      assertThat(
              moved(admin, sandbox)
                  .get("workspaces/current", "x-as-workspace", sub.workspace())
                  .text("id"))
          .isEqualTo(sub.workspace());
    }
  }

  @Test
  void aWriteWithoutEffectLeavesNoTrace() {
    Instantly before;
    try (Sandbox sandbox = start()) {
      before = new Box(sandbox.url()).workspace("{}");
      before.behave("'accept_without_effect':true");
      before.invite("eve@c.example", "view");
    }
    try (Sandbox sandbox = start()) {
      assertThat(moved(before, sandbox).get("workspace-members").items("email")).hasSize(1);
    }
  }

  @Test
  void resetEmptiesTheFileToo() {
    try (Sandbox sandbox = start()) {
      var box = new Box(sandbox.url());
      box.workspace("{}");
      box.control("POST", "reset", "");
      box.workspace("{'name':'After'}");
    }
    try (Sandbox sandbox = start()) {
      assertThat(new Box(sandbox.url()).control("GET", "workspaces", "").json()).hasSize(1);
    }
  }

  @Test
  void startingAgainWritesTheFileAnewWithWhatIsLeft() throws IOException {
    try (Sandbox sandbox = start()) {
      Instantly client = new Box(sandbox.url()).workspace("{}");
      for (int i = 0; i < 50; i++) {
        client.patch("workspaces/current", "{'name':'n%d'}".formatted(i));
      }
    }
    long before = Files.size(data.resolve("sandbox.ndjson"));

    try (Sandbox sandbox = start()) {
      assertThat(Files.size(data.resolve("sandbox.ndjson"))).isLessThan(before / 5);
      assertThat(sandbox.port()).isPositive();
    }
  }

  private static Instantly moved(Instantly client, Sandbox sandbox) {
    return new Instantly(new Box(sandbox.url()), client.workspace(), client.key(), true);
  }

  private Process process(int port) throws IOException {
    var builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            SandboxServer.class.getName());
    builder.environment().put("SANDBOX_PORT", String.valueOf(port));
    builder.environment().put("SANDBOX_DATA", data.toString());
    return builder.redirectErrorStream(true).redirectOutput(data.resolve("log").toFile()).start();
  }

  private static void awaitAnswer(Box box) {
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptionsInstanceOf(UncheckedIOException.class)
        .until(() -> box.control("GET", "workspaces", "").status() == 200);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void aPortInUseIsOneSentence() {
    try (Sandbox sandbox = start()) {
      assertThatThrownBy(() -> Sandbox.start(SandboxOptions.onPort(sandbox.port())))
          .isInstanceOf(PortInUseException.class)
          .hasMessageMatching("Port " + sandbox.port() + " is in use.*");
    }
  }
}
