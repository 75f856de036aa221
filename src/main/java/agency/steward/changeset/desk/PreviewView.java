package agency.steward.changeset.desk;

import agency.steward.changeset.ask.Asked;
import agency.steward.changeset.planning.PlanRuns;
import agency.steward.changeset.planning.ShownRow;
import agency.steward.changeset.show.ChangeSetView;
import agency.steward.changeset.show.ChangeView;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a change set would be; it does not exist. */
@Schema(name = "ChangeSetPreview", description = "What a change set would be; nothing is stored")
record PreviewView(
    @Schema(required = true) String kind,
    @Schema(required = true, description = "The seal that the plan would have") String digest,
    Optional<String> reason,
    @Schema(required = true) int requiredApprovals,
    @Schema(required = true) ChangeSetView.Counts counts,
    @Schema(required = true) ChangeSetView.Guarding guard,
    @Schema(required = true) ChangeSetView.Coverage coverage,
    @Schema(required = true, description = "The first thousand rows") List<ChangeView> changes) {
  private static final int SHOWN = 1_000;

  static PreviewView of(Asked asked, PlanRuns.Preview preview) {
    List<ShownRow> rows = preview.rows();
    return new PreviewView(
        asked.kind().name(),
        preview.sealed().digest(),
        asked.reason(),
        preview.sealed().requiredApprovals(),
        new ChangeSetView.Counts(
            rows.size(),
            counted(rows, row -> row.change().action()),
            counted(rows, row -> row.result().wire())),
        ChangeSetView.Guarding.of(preview.sealed().violations(), violations(rows), Set.of(), false),
        ChangeSetView.Coverage.of(preview.sealed().coverage()),
        rows.stream().limit(SHOWN).map(ChangeView::of).toList());
  }

  private static Map<String, Long> counted(List<ShownRow> rows, Function<ShownRow, String> by) {
    return rows.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
  }

  /** Each once, with the rows that it holds back. */
  private static ArrayNode violations(List<ShownRow> rows) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    rows.stream()
        .flatMap(row -> row.violations().valueStream().map(each -> Map.entry(each, row.seq())))
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey,
                Collectors.mapping(each -> IntNode.valueOf(each.getValue()), Collectors.toList())))
        .forEach((violation, seqs) -> {
          ObjectNode one = ((ObjectNode) violation).deepCopy();
          one.putArray("seqs").addAll(seqs);
          all.add(one);
        });
    return all;
  }
}
