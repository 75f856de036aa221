package agency.steward.docs;

import agency.steward.access.Needs;
import agency.steward.access.Right;
import agency.steward.access.caller.FleetRole;
import agency.steward.access.grant.Narrowing;
import agency.steward.access.job.Area;
import agency.steward.access.job.Profile;
import agency.steward.access.job.Profiles;
import agency.steward.access.job.Verb;
import agency.steward.testing.Operations;
import agency.steward.testing.Operations.Operation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of who may do what has the tables that the code goes by. */
class AccessPageTest {
  private static final Narrowing TAGS = new Narrowing.Tagged(Set.of("any"));

  @Test
  void theTablesAreThoseTheCodeGoesBy() {
    WrittenParts.of(Path.of("docs/access.md"))
        .part("profiles", profiles())
        .part("operations", operations())
        .check();
  }

  private static String profiles() {
    var rows = new ArrayList<List<String>>();
    var head = new ArrayList<>(List.of("profile", "role in Instantly", "invited with"));
    Arrays.stream(Area.values()).map(Area::wire).forEach(head::add);
    rows.add(head);
    for (Profile profile : Profiles.builtIn()) {
      var row = new ArrayList<>(List.of(profile.name(), profile.instantlyRole()));
      row.add(
          profile.permissions().isEmpty()
              ? "what the role brings"
              : String.join(", ", profile.permissions()));
      Arrays.stream(Area.values()).map(area -> verbs(profile, area)).forEach(row::add);
      rows.add(row);
    }
    return table(rows);
  }

  private static String verbs(Profile profile, Area area) {
    Set<Verb> verbs = profile.rights().getOrDefault(area, Set.of());
    return verbs.isEmpty()
        ? "–"
        : verbs.stream().sorted().map(Verb::wire).collect(Collectors.joining(" "));
  }

  private static String operations() {
    var rows = new ArrayList<List<String>>();
    var head = new ArrayList<>(List.of("call", "right", "where"));
    Arrays.stream(FleetRole.values()).map(FleetRole::wire).forEach(head::add);
    Profiles.builtIn().stream().map(Profile::name).forEach(head::add);
    head.add("narrowed to tags");
    rows.add(head);
    Operations.all().forEach(operation -> rows.add(row(operation)));
    return table(rows);
  }

  private static List<String> row(Operation operation) {
    Needs needs = operation.needs();
    boolean anybody = needs.value().length == 0;
    var row = new ArrayList<String>();
    row.add("`" + operation + "`");
    row.add(
        anybody
            ? "none"
            : Arrays.stream(needs.value()).map(Right::wire).collect(Collectors.joining(", ")));
    row.add(anybody ? "" : needs.where().wire().replace('_', ' '));
    for (FleetRole role : FleetRole.values()) {
      row.add(may(needs, right -> right.isOf(role)));
    }
    for (Profile profile : Profiles.builtIn()) {
      row.add(inWorkspaces(needs, right -> right.isOf(profile)));
    }
    row.add(inWorkspaces(needs, right -> right.isOf(Profiles.builtIn().getFirst(), TAGS)));
    return row;
  }

  private static String inWorkspaces(Needs needs, Predicate<Right> held) {
    boolean nowhere = needs.where() == Needs.Where.AGENCY && needs.value().length > 0;
    return nowhere ? "–" : may(needs, held);
  }

  private static String may(Needs needs, Predicate<Right> held) {
    return Arrays.stream(needs.value()).allMatch(held) ? "yes" : "–";
  }

  private static String table(List<List<String>> rows) {
    var lines = new ArrayList<String>();
    rows.forEach(row -> lines.add(String.join(" | ", row)));
    lines.add(1, String.join("|", Collections.nCopies(rows.getFirst().size(), "---")));
    return lines.stream()
        .map(line -> "| " + line + " |")
        .collect(Collectors.joining("\n"))
        .replace("| ---", "|---")
        .replace("--- |", "---|");
  }
}
