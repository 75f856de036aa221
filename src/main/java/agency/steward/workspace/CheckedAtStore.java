package agency.steward.workspace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.hibernate.StatelessSession;

/** Writes the moments of many looks in one statement; no revision moves by it. */
@ApplicationScoped
class CheckedAtStore {
  private static final String SQL =
      """
      UPDATE workspace SET conditions = jsonb_set(conditions, ARRAY[look.type, 'checked_at'], to_jsonb(look.at))
      FROM jsonb_to_recordset(CAST(:looks AS jsonb)) AS look (id uuid, type text, at text)
      WHERE workspace.id = look.id AND jsonb_exists(conditions, look.type)
      """;

  private final StatelessSession session;

  CheckedAtStore(StatelessSession session) {
    this.session = session;
  }

  @Transactional
  void write(List<CheckedAt.Look> looks) {
    // One row of the table cannot be updated twice by one statement, hence one per condition.
    for (Condition.Type type : Condition.Type.values()) {
      ArrayNode rows = JsonNodeFactory.instance.arrayNode();
      looks.stream().filter(l -> l.subject().type() == type).forEach(l -> add(rows, l));
      if (!rows.isEmpty()) {
        session
            .createNativeMutationQuery(SQL)
            .setParameter("looks", rows.toString())
            .executeUpdate();
      }
    }
  }

  private static void add(ArrayNode rows, CheckedAt.Look look) {
    rows.addObject()
        .put("id", look.subject().workspace().toString())
        .put("type", look.subject().type().name())
        .put("at", look.at().toString());
  }
}
