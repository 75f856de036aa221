package agency.steward.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Clients for one run, with people that nobody else has. */
final class Agency {
  private static final int CLIENTS = 3;
  private static final int PEOPLE = 7;
  private static int made;

  private final Rig rig;
  private final int people;
  private final Person admin;
  private final String domain;
  private final List<Client> clients = new ArrayList<>();

  Agency(Rig rig) {
    this(rig, CLIENTS, PEOPLE);
  }

  Agency(Rig rig, int clients, int people) {
    this.rig = rig;
    this.people = people;
    this.admin = rig.steward().admin();
    this.domain = "run%d.example".formatted(++made);
    IntStream.range(0, clients).forEach(n -> this.clients.add(registered()));
  }

  private Client registered() {
    String viewers =
        IntStream.range(0, people)
            .mapToObj(n -> person("v" + n, "view"))
            .collect(Collectors.joining(","));
    JsonNode made =
        rig.instantly()
            .workspace(
                "{\"members\":[%s,%s,%s,%s]}"
                    .formatted(
                        person("a0", "admin"),
                        person("a1", "admin"),
                        person("e0", "editor"),
                        viewers));
    String key = made.path("api_key").asText();
    Answer registered =
        admin
            .post(
                "/v1/workspaces",
                "{\"credential\":{\"mode\":\"own_key\",\"api_key\":\"%s\"}}".formatted(key))
            .required();
    String there = made.path("workspace_id").asText();
    return new Client(rig.instantly(), registered.text("id"), there, key);
  }

  private String person(String name, String role) {
    return "{\"email\":\"%s\",\"role\":\"%s\",\"accepted\":true}".formatted(address(name), role);
  }

  String address(String name) {
    return name + "@" + domain;
  }

  /** How many viewers each client has. */
  int people() {
    return people;
  }

  Replica steward() {
    return rig.steward();
  }

  Person admin() {
    return admin;
  }

  List<Client> clients() {
    return List.copyOf(clients);
  }

  /** What Instantly was asked about its clients. */
  Journal journal() {
    Set<String> there = clients.stream().map(Client::there).collect(Collectors.toSet());
    return rig.instantly().journal().only(line -> there.contains(line.there()));
  }

  /** Where there is only one. */
  Client client() {
    return clients.getFirst();
  }

  Client client(String id) {
    return clients.stream().filter(client -> client.id().equals(id)).findFirst().orElseThrow();
  }
}
