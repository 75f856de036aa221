package agency.steward.sandbox.control;

import agency.steward.sandbox.call.Scopes;
import agency.steward.sandbox.json.ObjectShape;
import agency.steward.sandbox.json.Shape;
import agency.steward.sandbox.row.Role;

/** What {@code POST /_sandbox/workspaces} understands. */
final class SeedShape {
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

  static final ObjectShape SHAPE =
      Shape.object()
          .optional("name", Shape.text(1, 200))
          .optional("plan_active", Shape.flag())
          .optional("members", Shape.list(MEMBER, 0))
          .optional("tags", Shape.list(Shape.text(1, 200), 0))
          .optional("api_keys", Shape.list(KEY, 0))
          .optional("campaigns", Shape.integer(0, 10_000))
          .optional("accounts", Shape.integer(0, 10_000))
          .optional("group_admin_of", Shape.list(Shape.uuid(), 0));

  private SeedShape() {}
}
