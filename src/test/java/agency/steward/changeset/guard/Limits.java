package agency.steward.changeset.guard;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The limits of a deployment that has set nothing but these.
 *
 * @param risky so many risky rows are allowed in a workspace, and in a set
 * @param share of the people in a workspace, if that is more
 */
public record Limits(Optional<List<FreezeWindow>> freezeWindows, int risky, int share)
    implements GuardConfig {
  public static final Limits USUAL = new Limits(Optional.empty());

  public Limits(Optional<List<FreezeWindow>> freezeWindows) {
    this(freezeWindows, 3, 25);
  }

  @Override
  public int riskyRowsPerHour() {
    return 50;
  }

  @Override
  public Optional<List<String>> protectedPeople() {
    return Optional.empty();
  }

  @Override
  public Optional<List<String>> agencyDomains() {
    return Optional.empty();
  }

  @Override
  public WorkspaceBudget workspaceBudget() {
    return new WorkspaceBudget() {
      @Override
      public int rows() {
        return risky;
      }

      @Override
      public int percent() {
        return share;
      }
    };
  }

  @Override
  public SetBudget setBudget() {
    return new SetBudget() {
      @Override
      public int rows() {
        return 50;
      }

      @Override
      public int percent() {
        return 5;
      }
    };
  }

  @Override
  public Shrunk listShrank() {
    return new Shrunk() {
      @Override
      public int rows() {
        return 3;
      }

      @Override
      public int percent() {
        return 30;
      }

      @Override
      public Duration believedAfter() {
        return Duration.ofMinutes(10);
      }
    };
  }

  @Override
  public Approvals approvals() {
    return new Approvals() {
      @Override
      public int freeRows() {
        return 25;
      }

      @Override
      public int required() {
        return 1;
      }
    };
  }
}
