package agency.steward.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** One change in one request, with a key so that it can be said again. */
final class OneRowTask implements Task {
  private static final Set<Integer> ANSWERS = Set.of(201, 502, 504);

  private final Agency agency;
  private final Client client;
  private final String path;
  private final String body;
  private final OneSubject subject;
  private final boolean secret;
  private int status;
  private String said = "";

  /**
   * @param secret whether it has a value that only the process knows that made it
   */
  private OneRowTask(Agency agency, String path, String body, OneSubject subject, boolean secret) {
    this.agency = agency;
    this.client = agency.client();
    this.path = path;
    this.body = body;
    this.subject = subject;
    this.secret = secret;
  }

  /** How its effect shows. */
  private interface OneSubject {
    boolean isMade(Client client);
  }

  static OneRowTask inviting(Agency agency) {
    String email = agency.address("n0");
    return new OneRowTask(
        agency,
        "members",
        "{\"email\":\"%s\",\"role\":\"view\"}".formatted(email),
        client -> Wanted.INVITATIONS.isMade(client, email),
        false);
  }

  /** A key that is delivered, or taken back: none that nobody can use is left. */
  static OneRowTask makingAKey(Agency agency) {
    String name = agency.address("key");
    return new OneRowTask(
        agency,
        "api-keys",
        "{\"name\":\"%s\",\"scopes\":[\"campaigns:read\"],\"deliver_to\":\"vault\"}"
            .formatted(name),
        client -> client.keys(name).size() == 1,
        true);
  }

  @Override
  public void run() {
    agency.steward().wires().planning(false);
    Answer answer = agency.admin().post("/v1/workspaces/%s/%s".formatted(client.id(), path), body);
    status = answer.status();
    said = answer.text("code");
    agency.admin().until(sets(), all -> sets(all).stream().noneMatch(OneRowTask::isOpen));
  }

  private static List<JsonNode> sets(JsonNode all) {
    return all.path("items").valueStream().toList();
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
    return sets(agency.admin().get(sets()).required().json()).stream()
        .flatMap(set -> changes(set.path("id").asText()).stream())
        .toList();
  }

  private List<Row> changes(String set) {
    JsonNode page = agency.admin().get("/v1/change-sets/" + set + "/changes").required().json();
    return page.path("items").valueStream().map(Row::of).toList();
  }

  /** By this row: another attempt may have been made when it had failed. */
  @Override
  public boolean isMade(Row row) {
    return subject.isMade(client) && (row.isApplied() || rows().stream().noneMatch(Row::isApplied));
  }

  /** Whoever asked is told so: the process died before it sent anything, or with the value. */
  @Override
  public boolean mayBeGivenUp() {
    return true;
  }

  @Override
  public boolean mayBeTakenBack() {
    return secret;
  }

  @Override
  public List<String> faults() {
    long applied = rows().stream().filter(Row::isApplied).count();
    boolean saidYes = status == 201;
    if (applied > 1 || saidYes && applied == 0 || !ANSWERS.contains(status)) {
      return List.of("answered %d %s, and %d were applied".formatted(status, said, applied));
    }
    return List.of();
  }
}
