package agency.steward.sandbox.tagging;

import agency.steward.sandbox.call.Answer;
import agency.steward.sandbox.call.Call;
import agency.steward.sandbox.call.Paging;
import agency.steward.sandbox.call.Routes;
import agency.steward.sandbox.row.Campaign;
import agency.steward.sandbox.row.Mapping;
import agency.steward.sandbox.world.Table;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Predicate;

/** The list of {@code campaigns}; {@code tag_ids} means any of them. */
public final class Campaigns {
  private Campaigns() {}

  public static void add(Routes routes) {
    routes.get("campaigns", "campaigns:read", Campaigns::list);
  }

  private static Answer list(Call call) {
    return Paging.page(
        call,
        call.rows(Table.CAMPAIGNS),
        wanted(call),
        (out, campaign) -> campaign.write(out, call.workspace()));
  }

  private static Predicate<Campaign> wanted(Call call) {
    Optional<String> search = call.query().text("search");
    OptionalInt status = call.query().integerOf("status", Campaign.STATUSES);
    OptionalInt excluded = call.query().integerOf("exclude_status", Campaign.STATUSES);
    Optional<List<UUID>> tags = call.query().ids("tag_ids");
    boolean ofAgent = call.query().text("ai_sales_agent_id").isPresent();
    TagIndex index = TagIndex.of(call.rows(Table.MAPPINGS).stream(), Mapping.CAMPAIGN);
    return campaign ->
        !ofAgent
            && search.map(campaign::matches).orElse(true)
            && (status.isEmpty() || status.getAsInt() == campaign.status())
            && (excluded.isEmpty() || excluded.getAsInt() != campaign.status())
            && tags.map(any -> index.any(campaign.id().toString(), any)).orElse(true);
  }
}
