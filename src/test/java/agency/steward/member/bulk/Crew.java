package agency.steward.member.bulk;

import static org.awaitility.Awaitility.await;

import agency.steward.changeset.lane.claim.LaneWork;
import agency.steward.testing.CutOffPostgres;
import agency.steward.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/** Replicas that do what they are told, die, and lose PostgreSQL in the middle of it. */
final class Crew {
  private static final List<String> DOINGS =
      List.of(
          "intends",
          "intends",
          "intends",
          "sends",
          "sends",
          "settles",
          "unsent",
          "knows",
          "dies",
          "dies",
          "goes on",
          "goes on",
          "gives up");

  private final Random dice;
  private final LaneWork work;
  private final CutOffPostgres postgres;
  private final List<Workspace> workspaces;
  private final Consumer<String> log;
  private final List<LaneWork.Other> others = new ArrayList<>();
  private final Set<LaneWork.Other> sent = new HashSet<>();

  Crew(
      Random dice,
      LaneWork work,
      CutOffPostgres postgres,
      List<Workspace> workspaces,
      Consumer<String> log) {
    this.dice = dice;
    this.work = work;
    this.postgres = postgres;
    this.workspaces = workspaces;
    this.log = log;
  }

  /**
   * One of them does something, or takes what is free.
   *
   * @param sets whose lanes nobody has any more once PostgreSQL was away
   */
  void act(List<ShownSet> sets) {
    if (others.isEmpty() || dice.nextInt(4) == 0) {
      others.addAll(work.taken(workspaces));
      log.accept("taken, now " + others.size());
      return;
    }
    LaneWork.Other other = others.get(dice.nextInt(others.size()));
    String what = DOINGS.get(dice.nextInt(DOINGS.size()));
    log.accept("replica " + what);
    if (List.of("dies", "goes on", "gives up").contains(what)) {
      others.remove(other);
    }
    cutOff(sets, () -> does(other, what));
  }

  /** Nobody sends twice what was intended once, nor says that it was not sent. */
  private void does(LaneWork.Other other, String what) {
    switch (what) {
      case "intends" -> {
        other.intends();
        sent.remove(other);
      }
      case "sends" -> {
        if (sent.add(other)) {
          other.sends();
        }
      }
      case "unsent" -> {
        if (sent.add(other)) {
          other.takesBack();
        }
      }
      case "settles" -> other.settles();
      case "knows" -> other.knows();
      case "dies" -> other.dies();
      case "goes on" -> other.goesOn();
      default -> other.givesUp();
    }
  }

  /** Perhaps PostgreSQL goes away meanwhile; whoever is at work then is inherited. */
  void cutOff(List<ShownSet> sets, Runnable doing) {
    boolean away = dice.nextInt(6) == 0;
    if (away) {
      int after = dice.nextInt(120);
      log.accept("  PostgreSQL goes away after " + after);
      postgres.cutAfter(after);
    }
    try {
      doing.run();
    } catch (RuntimeException stopped) {
      log.accept("  " + stopped);
    } finally {
      postgres.comeBack();
    }
    if (away) {
      awaitDatabase(sets);
      die(sets);
    }
  }

  void die(List<ShownSet> sets) {
    sets.forEach(set -> work.died(set.set().id()));
    others.clear();
  }

  /** Connections that were cut off are found out one by one. */
  private static void awaitDatabase(List<ShownSet> sets) {
    await()
        .ignoreExceptions()
        .until(() -> {
          for (int i = 0; i < 5; i++) {
            sets.forEach(ShownSet::state);
          }
          return true;
        });
  }
}
