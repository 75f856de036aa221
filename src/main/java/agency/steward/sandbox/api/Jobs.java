package agency.steward.sandbox.api;

import agency.steward.sandbox.call.Answer;
import agency.steward.sandbox.call.Call;
import agency.steward.sandbox.call.Paging;
import agency.steward.sandbox.call.Query;
import agency.steward.sandbox.call.Refusal;
import agency.steward.sandbox.call.Routes;
import agency.steward.sandbox.json.JsonOut;
import agency.steward.sandbox.row.Job;
import agency.steward.sandbox.world.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code background-jobs} (facts.md 4.9). */
final class Jobs {
  private static final String READ = "background-jobs:read";

  private Jobs() {}

  static void add(Routes routes) {
    routes.get("background-jobs", READ, Jobs::list).get("background-jobs/{id}", READ, Jobs::get);
  }

  private static Answer list(Call call) {
    Query query = call.query();
    query.textOf("sort_column", List.of("created_at", "updated_at"));
    boolean up = query.textOf("sort_order", List.of("asc", "desc")).orElse("asc").equals("asc");
    Comparator<Job> order = Comparator.comparing(Job::id);
    List<Job> jobs =
        call.rows(Table.JOBS).stream()
            .filter(wanted(query))
            .sorted(up ? order : order.reversed())
            .toList();
    return Paging.page(
        call,
        jobs,
        Paging.MOST,
        Job::hex,
        cursor -> job -> job.hex().compareTo(cursor) > 0 == up && !job.hex().equals(cursor),
        (out, job) -> job.write(out, call.workspace(), false));
  }

  private static Predicate<Job> wanted(Query query) {
    Optional<List<String>> ids = query.texts("ids").or(() -> query.texts("included_ids"));
    Optional<List<String>> excluded = query.texts("excluded_ids");
    Optional<List<String>> entities = query.texts("entity_id");
    Optional<List<String>> statuses = query.texts("status");
    Optional<String> type = query.textOf("type", Job.TYPES);
    Optional<String> entityType = query.textOf("entity_type", Job.ENTITIES);
    return job ->
        ids.map(all -> all.contains(job.hex())).orElse(true)
            && !excluded.map(all -> all.contains(job.hex())).orElse(false)
            && entities.map(all -> all.contains(job.entityId())).orElse(true)
            && statuses.map(all -> all.contains(job.status())).orElse(true)
            && type.map(job.type()::equals).orElse(true)
            && entityType.map(job.entityType()::equals).orElse(true);
  }

  private static Answer get(Call call) {
    Job job =
        call.rows(Table.JOBS).stream()
            .filter(one -> one.hex().equals(call.id()))
            .findFirst()
            .orElseThrow(Refusal::notFound);
    var out = new JsonOut();
    job.write(out, call.workspace(), call.query().text("data_fields").isPresent());
    return Answer.ok(out);
  }
}
