package agency.steward.sandbox.control;

import agency.steward.sandbox.call.Scopes;
import agency.steward.sandbox.json.ObjectShape;
import agency.steward.sandbox.json.Shape;
import agency.steward.sandbox.row.Campaign;
import agency.steward.sandbox.row.Role;

/** What {@code POST /_sandbox/workspaces} understands. */
final class SeedShape {
  private static final int MANY = 10_000;
  private static final Shape LABEL = Shape.matching(".*\\S.*");
  private static final Shape LABELS = Shape.list(LABEL, 0);
  private static final Shape STATUS = Shape.integerOf(1, 2, 3, -1, -2, -3);
  private static final ObjectShape MEMBER =
      Shape.object()
          .required("email", Shape.email())
          .required("role", Shape.textOf(Role.NAMES))
          .optional("accepted", Shape.flag())
          .optional("nickname", Shape.text())
          .optional("user_email", Shape.email())
          .optional("first", Shape.text())
          .optional("last", Shape.text())
          .optional("permissions", Shape.list(Shape.text(), 0))
          .optional("timestamp_created", Times.SHAPE);
  private static final ObjectShape KEY =
      Shape.object()
          .required("name", Shape.text())
          .required("scopes", Shape.list(Shape.textOf(Scopes.KNOWN), 0));
  private static final ObjectShape CAMPAIGN =
      Shape.object()
          .optional("name", Shape.text())
          .optional("status", Shape.integerOf(Campaign.STATUSES.toArray(Integer[]::new)))
          .optional("email_tag_list", LABELS)
          .optional("tags", LABELS);
  private static final ObjectShape ACCOUNT =
      Shape.object()
          .required("email", Shape.email())
          .optional("status", STATUS)
          .optional("warmup_status", Shape.integerOf(0, 1, -1, -2, -3))
          .optional("tags", LABELS)
          .optional("timestamp_created", Times.SHAPE);
  private static final ObjectShape WEBHOOK =
      Shape.object()
          .required("target_hook_url", Shape.matching("^https?://"))
          .optional("name", Shape.text())
          .optional("event_type", Shape.text())
          .optional("headers", Shape.anyObject())
          .optional("status", Shape.integerOf(1, -1));

  static final ObjectShape SHAPE =
      Shape.object()
          .optional("name", Shape.text(1, 200))
          .optional("plan_active", Shape.flag())
          .optional("members", Shape.list(MEMBER, 0))
          .optional("tags", LABELS)
          .optional("api_keys", Shape.list(KEY, 0))
          .optional("campaigns", someOr(CAMPAIGN))
          .optional("accounts", someOr(ACCOUNT))
          .optional("webhooks", Shape.list(WEBHOOK, 0))
          .optional("background_jobs", Shape.integer(0, MANY))
          .optional("audit_logs", Shape.integer(0, MANY))
          .optional("group_admin_of", Shape.list(Shape.uuid(), 0));

  private SeedShape() {}

  /** So many, or these. */
  private static Shape someOr(Shape each) {
    return (at, value) ->
        (value.isArray() ? Shape.list(each, 0) : Shape.integer(0, MANY)).check(at, value);
  }
}
