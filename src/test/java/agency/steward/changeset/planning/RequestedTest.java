package agency.steward.changeset.planning;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.changeset.Wish;
import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.workspace.WorkspaceId;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RequestedTest {
  private static final WorkspaceId ONE = new WorkspaceId(new UUID(0, 1));
  private static final WorkspaceId OTHER = new WorkspaceId(new UUID(0, 2));

  @Test
  void rowsAreKeptWorkspaceByWorkspaceEachInItsOrder() {
    var asked =
        Requested.rows(List.of(ONE, OTHER), List.of(row(ONE, 1), row(OTHER, 2), row(ONE, 3)));
    var read = Requested.read(asked.targets(), asked.json());
    assertThat(read.wishes()).isEqualTo(asked.wishes());
    assertThat(asked.json().path("rows")).hasSize(2);
  }

  @Test
  void rowsThatWereKeptOneByOneAreStillRead() throws Exception {
    String kept =
        """
        {"rows": [["%s", {"n": 1}], ["%s", {"n": 2}], ["%s", {"n": 3}]]}\
        """
            .formatted(ONE, OTHER, ONE);
    var read = Requested.read(List.of(ONE, OTHER), new ObjectMapper().readTree(kept));
    assertThat(read.rows()).containsExactly(row(ONE, 1), row(OTHER, 2), row(ONE, 3));
  }

  @Test
  void whatWasSaidOfAllTargetsIsNotTakenForSaidOfThisOne() {
    var ofAll = new Requested.Row(ONE, row(ONE, 1).wish(), false);
    var asked = Requested.rows(List.of(ONE, OTHER), List.of(ofAll, row(OTHER, 2)));

    var read = Requested.read(asked.targets(), asked.json());

    assertThat(read.rows()).containsExactly(ofAll, row(OTHER, 2));
    assertThat(read.wishes().get(ONE)).noneMatch(Wish::explicit);
    assertThat(read.wishes().get(OTHER)).allMatch(Wish::explicit);
  }

  @Test
  void whatAnUndoIsConfinedToIsKept() {
    Map<WorkspaceId, Set<String>> only =
        Map.of(OTHER, Set.of("bob@x.example", "\"=a/b\" on account c"));
    var asked = Requested.undo(List.of(ONE, OTHER), ChangeSetId.next(), only);

    assertThat(Requested.read(asked.targets(), asked.json())).isEqualTo(asked);
  }

  private static Requested.Row row(WorkspaceId workspace, int n) {
    ObjectNode wish = JsonNodeFactory.instance.objectNode().put("n", n);
    return new Requested.Row(workspace, wish);
  }
}
