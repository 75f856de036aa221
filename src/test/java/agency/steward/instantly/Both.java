package agency.steward.instantly;

import static java.nio.charset.StandardCharsets.UTF_8;

import agency.steward.instantly.body.Item;
import agency.steward.problem.ProblemException;
import agency.steward.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The two ways to a list: by a thread that waits for it, and as fleet reads go. */
final class Both {
  private final Client client;
  private final BiFunction<Workspace, List<Item>, String> told;
  private int workspaces;

  Both(Client client) {
    this(
        client,
        (_, rows) ->
            rows.stream()
                .map(row -> row.seen().path("id").asText())
                .collect(Collectors.joining(" ")));
  }

  /**
   * @param told what is said of the rows
   */
  Both(Client client, BiFunction<Workspace, List<Item>, String> told) {
    this.client = client;
    this.told = told;
  }

  /** The first call of a client takes longer than what a test waits for silence. */
  void warmUp(Liar liar) {
    liar.says(Liar.ok("{\"items\":[]}".getBytes(UTF_8)));
    waiting(Duration.ofSeconds(20));
  }

  /** One whose quota nobody has used, and whose key is at hand. */
  Workspace workspace() {
    Workspace workspace = client.own("iw-" + ++workspaces, Client.KEY);
    client.shared.keyring().route(client.door(workspace));
    return workspace;
  }

  String waiting(Duration patience) {
    return waiting(workspace(), patience);
  }

  String waiting(Workspace workspace, Duration patience) {
    return said(workspace, () -> client.in(workspace, patience));
  }

  String begun(Duration patience) {
    return begun(workspace(), patience);
  }

  String begun(Workspace workspace, Duration patience) {
    var said = new CompletableFuture<String>();
    Optional<Runnable> begun =
        Begun.begin(
            client.shared,
            workspace,
            Deadline.in(patience),
            new FirstPage(Listing.MEMBERS, Map.of()),
            came -> {
              if (!came.isAtHand() || !isReadHere(workspace, came, said)) {
                Thread.startVirtualThread(() -> said.complete(said(workspace, came::workspace)));
              }
            });
    return begun.isPresent() ? said.join() : "not begun";
  }

  private boolean isReadHere(Workspace workspace, Begun came, CompletableFuture<String> said) {
    try {
      return said.complete(said(workspace, came::workspace));
    } catch (MayNotWaitException more) {
      return false;
    }
  }

  private String said(Workspace workspace, Supplier<InstantlyWorkspace> instantly) {
    try {
      return told.apply(workspace, instantly.get().items(Listing.MEMBERS, Map.of(), Set.of()));
    } catch (MayNotWaitException more) {
      throw more;
    } catch (ProblemException failure) {
      String why = failure.problem().detail().replaceFirst("Instantly's answer cannot be used", "");
      return failure.problem().code() + (why.startsWith(":") ? why : "");
    } catch (RuntimeException unforeseen) {
      return unforeseen.toString();
    }
  }

  /** Whether no call is under way, and none waits to be. */
  boolean isAtRest() {
    return client.meters.get("steward.instantly.calls.in.flight").gauge().value() == 0
        && client.pacing.buckets().waiting() == 0;
  }

  /** Whether no quota is held either, a second after the last call. */
  boolean isForgotten() {
    client.pacing.buckets().forgetIdle();
    return isAtRest() && client.pacing.buckets().size() == 0;
  }
}
