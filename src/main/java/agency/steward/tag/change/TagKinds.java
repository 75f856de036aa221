package agency.steward.tag.change;

import agency.steward.changeset.ChangeKind;
import agency.steward.changeset.Present;
import agency.steward.changeset.Step;
import agency.steward.changeset.guard.Guard;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.plan.Plan;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.tag.change.assignment.Aim;
import agency.steward.tag.change.assignment.Assignment;
import agency.steward.tag.change.assignment.Carrying;
import agency.steward.tag.change.assignment.Faults;
import agency.steward.tag.change.assignment.LiveSenderGuard;
import agency.steward.tag.change.assignment.Pairing;
import agency.steward.tag.read.Tag;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The kinds of changes of tags. */
@ApplicationScoped
public class TagKinds {
  private static final List<Guard> LIVE_SENDER = List.of(new LiveSenderGuard());
  static final Ensuring ENSURE = new Ensuring();
  static final Withdrawal WITHDRAW = new Withdrawal();
  static final ChangeKind EDIT = new Edit();
  static final ChangeKind DELETE = new Deletion(LIVE_SENDER);
  static final Pairing PAIR = new Pairing(LIVE_SENDER);
  static final ChangeKind ASSIGN = new Assignment(PAIR);
  static final ChangeKind DELETE_CONFIRMED = new Deletion(List.of());
  static final ChangeKind ASSIGN_CONFIRMED = new Assignment(new Pairing(List.of()));

  /** Every tag of a workspace. */
  public Present labels(InstantlyWorkspace instantly) {
    return Labels.of(instantly);
  }

  /** The same, and what a plan has to know of what is to be tagged. */
  public Present carriers(InstantlyWorkspace instantly, Collection<Aim> aims) {
    return Carrying.tagsAndCarriers(instantly, aims);
  }

  /**
   * A tag is to be there.
   *
   * @param wanted {@code label}, and {@code description} where it matters
   * @param present as {@link #labels} saw it
   */
  public Step ensure(ObjectNode wanted, Present present) {
    return ENSURE.step(wanted, present);
  }

  /**
   * What there is is to be tagged.
   *
   * @param tag as {@link #carriers} saw it
   */
  public Step pair(ObjectNode tag, Aim aim) {
    return PAIR.step(tag, aim);
  }

  /** How Instantly spells what {@link #carriers} has looked for; empty where it is not there. */
  public Optional<Aim> existing(Present present, Aim aim) {
    return Carrying.spelling(present, aim).map(aim::spelt);
  }

  /** What was asked for and cannot be done. */
  public Step impossible(String label, Aim aim, Problem why) {
    String lock = "tagging:%s:%s:%s".formatted(label, aim.carrier(), aim.resource());
    ObjectNode wish = aim.wish(label);
    return new Step(
        aim.subject(label), wish, true, ASSIGN, new Intent(lock, wish), new Plan.Impossible(why));
  }

  /** Two rows want different things of what this one is about. */
  public Step contradicted(Step step) {
    Problem why =
        Problem.of(
            ProblemCode.VALIDATION_FAILED, "Two rows want different things of the same subject.");
    ObjectNode wish = step.wish();
    return wish.has(Aim.ASSIGN)
        ? impossible(Tag.label(wish), Aim.of(wish), why)
        : new Step(step.subject(), wish, true, ENSURE, step.intent(), new Plan.Impossible(why));
  }

  public Problem noTag(String label) {
    return Faults.unknownTags(true, List.of(label));
  }

  public Problem moreTags(String label) {
    return Faults.ambiguous(List.of(label));
  }

  public Problem noCarrier(Aim aim) {
    return Faults.strangers(aim.carrier(), List.of(aim.resource()));
  }

  @Produces
  @Singleton
  static ChangeKind tagEnsure() {
    return ENSURE;
  }

  @Produces
  @Singleton
  static ChangeKind tagWithdraw() {
    return WITHDRAW;
  }

  @Produces
  @Singleton
  static ChangeKind tagChange() {
    return EDIT;
  }

  @Produces
  @Singleton
  static ChangeKind tagDelete() {
    return DELETE;
  }

  @Produces
  @Singleton
  static ChangeKind tagAssign() {
    return ASSIGN;
  }

  @Produces
  @Singleton
  static ChangeKind tagPair() {
    return PAIR;
  }
}
