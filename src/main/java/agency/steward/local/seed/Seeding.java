package agency.steward.local.seed;

import agency.steward.local.seed.Client.Trouble;
import agency.steward.local.seed.InstantlySide.Simulated;
import java.util.List;

/**
 * Makes the simulated agency. Each step looks first whether it was done, so that a start that was
 * killed half-way is continued by the next one and nothing is there twice.
 */
final class Seeding {
  /** Enough to be registered, too little for its members. */
  private static final List<String> FEW_SCOPES =
      List.of("workspaces:read", "campaigns:read", "accounts:read");

  private static final List<String> ALL_SCOPES = List.of("all:all");

  private final InstantlySide instantly;
  private final StewardSide steward;

  Seeding(InstantlySide instantly, StewardSide steward) {
    this.instantly = instantly;
    this.steward = steward;
  }

  void run() {
    List<Client> clients = Agency.clients();
    List<String> companies =
        clients.stream().filter(Seeding::isDelegated).map(each -> make(each).id()).toList();
    for (Client client : clients) {
      add(client, companies);
    }
  }

  private Simulated make(Client client) {
    return instantly.workspace(client, List.of());
  }

  private void add(Client client, List<String> companies) {
    Simulated simulated =
        client.code().equals(Agency.GROUP) ? instantly.workspace(client, companies) : make(client);
    String id = steward.find(simulated.id()).orElseGet(() -> register(client, simulated));
    if (client.code().equals(Agency.GROUP)) {
      steward.importGroup(id);
    }
    if (isDelegated(client)) {
      steward.describe(id, client);
    }
    trouble(client.trouble(), simulated, id);
  }

  private String register(Client client, Simulated simulated) {
    if (isDelegated(client)) {
      throw new IllegalStateException(client.name() + " did not come with its group");
    }
    return steward.register(client, key(client, simulated));
  }

  private String key(Client client, Simulated simulated) {
    return switch (client.trouble()) {
      case FEW_SCOPES -> instantly.narrowKey(simulated, FEW_SCOPES);
      case REFUSED_KEY -> instantly.narrowKey(simulated, ALL_SCOPES);
      case NONE, LAPSED_PLAN, SLOW, DELEGATED -> simulated.apiKey();
    };
  }

  private void trouble(Trouble trouble, Simulated simulated, String id) {
    switch (trouble) {
      case LAPSED_PLAN -> {
        instantly.lapse(simulated);
        steward.verify(id);
      }
      case REFUSED_KEY -> {
        instantly.deleteNarrowKeys(simulated);
        steward.verify(id);
      }
      case SLOW -> instantly.slow(simulated);
      case NONE, FEW_SCOPES, DELEGATED -> {}
    }
  }

  private static boolean isDelegated(Client client) {
    return client.trouble() == Trouble.DELEGATED;
  }
}
