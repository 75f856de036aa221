package agency.steward.sandbox.control;

import agency.steward.sandbox.call.Scopes;
import agency.steward.sandbox.json.Numbers;
import agency.steward.sandbox.json.ObjectShape;
import agency.steward.sandbox.json.Shape;
import agency.steward.sandbox.json.Texts;
import agency.steward.sandbox.row.Campaign;
import agency.steward.sandbox.row.Role;
import java.util.List;

/** What {@code POST /_sandbox/workspaces} understands. */
final class SeedShape {
  private static final int MANY = 10_000;
  private static final Shape LABEL = Texts.matching(".*\\S.*");
  private static final Shape LABELS = Shape.list(LABEL, 0);
  private static final Shape STATUS = Numbers.of(List.of(1, 2, 3, -1, -2, -3));
  private static final ObjectShape MEMBER =
      Shape.object()
          .required("email", Texts.email())
          .required("role", Texts.of(Role.NAMES))
          .optional("accepted", Shape.flag())
          .optional("nickname", Texts.any())
          .optional("user_email", Texts.email())
          .optional("first", Texts.any())
          .optional("last", Texts.any())
          .optional("permissions", Shape.list(Texts.any(), 0))
          .optional("timestamp_created", Times.SHAPE);
  private static final ObjectShape KEY =
      Shape.object()
          .required("name", Texts.any())
          .required("scopes", Shape.list(Texts.of(Scopes.KNOWN), 0));
  private static final ObjectShape CAMPAIGN =
      Shape.object()
          .optional("name", Texts.any())
          .optional("status", Numbers.of(Campaign.STATUSES))
          .optional("email_tag_list", LABELS)
          .optional("tags", LABELS);
  private static final ObjectShape ACCOUNT =
      Shape.object()
          .required("email", Texts.email())
          .optional("status", STATUS)
          .optional("warmup_status", Numbers.of(List.of(0, 1, -1, -2, -3)))
          .optional("tags", LABELS)
          .optional("timestamp_created", Times.SHAPE);
  private static final ObjectShape WEBHOOK =
      Shape.object()
          .required("target_hook_url", Texts.matching("^https?://"))
          .optional("name", Texts.any())
          .optional("event_type", Texts.any())
          .optional("headers", Shape.anyObject())
          .optional("status", Numbers.of(List.of(1, -1)));

  static final ObjectShape SHAPE =
      Shape.object()
          .optional("name", Texts.sized(1, 200))
          .optional("plan_active", Shape.flag())
          .optional("members", Shape.list(MEMBER, 0))
          .optional("tags", LABELS)
          .optional("api_keys", Shape.list(KEY, 0))
          .optional("campaigns", someOr(CAMPAIGN))
          .optional("accounts", someOr(ACCOUNT))
          .optional("webhooks", Shape.list(WEBHOOK, 0))
          .optional("background_jobs", Numbers.integer(0, MANY))
          .optional("audit_logs", Numbers.integer(0, MANY))
          .optional("group_admin_of", Shape.list(Texts.uuid(), 0));

  private SeedShape() {}

  /** So many, or these. */
  private static Shape someOr(Shape each) {
    return (at, value) ->
        (value.isArray() ? Shape.list(each, 0) : Numbers.integer(0, MANY)).check(at, value);
  }
}
