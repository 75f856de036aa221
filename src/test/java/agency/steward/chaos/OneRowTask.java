package agency.steward.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** One change in one request: an invitation, with a key so that it can be said again. */
final class OneRowTask implements Task {
  private static final Set<Integer> ANSWERS = Set.of(201, 504);
  private final Agency agency;
  private final Client client;
  private final String email;
  private int status;

  OneRowTask(Agency agency) {
    this.agency = agency;
    this.client = agency.clients().getFirst();
    this.email = agency.address("n0");
  }

  @Override
  public void run() {
    agency.rig().wires().planning(false);
    status =
        agency
            .admin()
            .post(
                "/v1/workspaces/%s/members".formatted(client.id()),
                "{\"email\":\"%s\",\"role\":\"view\"}".formatted(email))
            .status();
    agency
        .admin()
        .until(sets(), all -> all.path("items").valueStream().noneMatch(OneRowTask::isOpen));
  }

  private static boolean isOpen(JsonNode set) {
    return set.path("state").asText().equals("running");
  }

  private String sets() {
    return "/v1/change-sets?workspace_id=" + client.id();
  }

  @Override
  public int planned() {
    return 1;
  }

  @Override
  public List<Row> rows() {
    return agency
        .admin()
        .get(sets())
        .required()
        .json()
        .path("items")
        .valueStream()
        .flatMap(set -> changes(set.path("id").asText()).stream())
        .toList();
  }

  private List<Row> changes(String set) {
    return agency
        .admin()
        .get("/v1/change-sets/" + set + "/changes")
        .required()
        .json()
        .path("items")
        .valueStream()
        .map(Row::of)
        .toList();
  }

  @Override
  public boolean isMade(Row row) {
    return People.INVITATIONS.isMade(client, email);
  }

  @Override
  public List<String> faults() {
    return ANSWERS.contains(status) ? List.of() : List.of("whoever asked was answered " + status);
  }
}
