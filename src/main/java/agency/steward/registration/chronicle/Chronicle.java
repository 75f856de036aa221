package agency.steward.registration.chronicle;

import agency.steward.ledger.Ledger;
import agency.steward.ledger.LedgerEntry;
import agency.steward.workspace.LabelChange;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Writes into the ledger, in the transaction of what it records. */
@ApplicationScoped
public class Chronicle {
  /** So many ids fit into one entry. */
  private static final int BLOCK = 150;

  private final Ledger ledger;

  Chronicle(Ledger ledger) {
    this.ledger = ledger;
  }

  public void registered(Asker asker, Workspace workspace) {
    ledger.append(entry(asker, "workspace.register").in(workspace.id()).with(Facts.of(workspace)));
  }

  /** The import as such; each workspace that it registered has an entry of its own. */
  public void imported(Asker asker, Workspace admin, int registered) {
    ledger.append(
        entry(asker, "workspace.import")
            .in(admin.id())
            .with(Facts.empty().put("registered", registered)));
  }

  public void edited(Asker asker, Workspace before, Workspace after) {
    ledger.append(
        entry(asker, "workspace.edit")
            .in(after.id())
            .with(Facts.change(Facts.editable(before), Facts.editable(after))));
  }

  /**
   * Names every workspace whose labels are different now.
   *
   * @param choice what was asked for, in words
   */
  public void labelled(Asker asker, String choice, LabelChange change, List<WorkspaceId> changed) {
    for (int at = 0; at < changed.size(); at += BLOCK) {
      labelledBlock(
          asker, choice, change, changed.subList(at, Math.min(changed.size(), at + BLOCK)));
    }
  }

  private void labelledBlock(
      Asker asker, String choice, LabelChange change, List<WorkspaceId> changed) {
    ObjectNode facts = Facts.empty().put("choice", Facts.cut(choice));
    facts.set("set", Facts.labels(change.set()));
    facts.set("remove", Facts.keys(change.remove()));
    facts.set("workspace_ids", Facts.ids(changed));
    LedgerEntry entry = entry(asker, "workspace.label").with(facts);
    ledger.append(changed.size() == 1 ? entry.in(changed.getFirst()) : entry);
  }

  public void exchanged(Asker asker, Workspace before, Workspace after) {
    ledger.append(
        entry(asker, "workspace.credential_exchange")
            .in(after.id())
            .with(
                Facts.change(
                    Facts.credential(before.credential()), Facts.credential(after.credential()))));
  }

  /** A look has found another state than the one that was known. */
  public void verified(Asker asker, Workspace before, Workspace after) {
    ledger.append(entry(asker, "workspace.verify").in(after.id()).with(states(before, after)));
  }

  public void suspended(Asker asker, Workspace before, Workspace after, String reason) {
    ledger.append(
        entry(asker, "workspace.suspend")
            .in(after.id())
            .because(Optional.of(reason))
            .with(states(before, after)));
  }

  public void resumed(Asker asker, Workspace before, Workspace after) {
    ledger.append(entry(asker, "workspace.resume").in(after.id()).with(states(before, after)));
  }

  /** The last thing that is said about a workspace; what it was stays readable here. */
  public void forgotten(Asker asker, Workspace last) {
    ledger.append(entry(asker, "workspace.forget").in(last.id()).with(Facts.of(last)));
  }

  private static ObjectNode states(Workspace before, Workspace after) {
    return Facts.change(
        Facts.empty().put("state", before.state().wire()),
        Facts.empty().put("state", after.state().wire()));
  }

  private static LedgerEntry entry(Asker asker, String action) {
    return LedgerEntry.of(asker.actor(), action).asked(asker.requestId());
  }
}
