package agency.steward.instantly.share;

import agency.steward.instantly.pace.Priority;
import java.util.Random;

/** Whatever can go wrong, at random moments, while one to four replicas call all they can. */
final class Havoc {
  private final World world;
  private final Random random;

  Havoc(World world) {
    this.world = world;
    this.random = world.random;
  }

  void play(double seconds) {
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      world.at(i == 0 ? 0 : random.nextDouble(seconds / 2), () -> live(seconds));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      double from = random.nextDouble(seconds);
      world.databaseAway(from, from + random.nextDouble(seconds / 2));
    }
    world.playUntil(seconds);
  }

  private void live(double end) {
    Replica replica = world.join();
    double now = world.time.now() / (double) World.SECOND;
    traffic(replica, now, end);
    for (int i = random.nextInt(4); i > 0; i--) {
      world.at(between(now, end), () -> suffer(replica, end));
    }
    if (random.nextInt(3) == 0) {
      world.at(between(now, end), () -> end(replica, end));
    }
  }

  private void traffic(Replica replica, double from, double end) {
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      String bucket = "bucket " + random.nextInt(2);
      Priority priority = random.nextBoolean() ? Priority.BULK : Priority.INTERACTIVE;
      double at = between(from, end);
      double until = between(at, end);
      int many = 1 + random.nextInt(150);
      world.at(at, () -> replica.busy(bucket, priority, many, until));
    }
  }

  private void suffer(Replica replica, double end) {
    if (random.nextBoolean()) {
      replica.freeze(random.nextDouble(40));
    } else {
      replica.cutOff(true);
      world.at(between(world.time.now() / (double) World.SECOND, end), () -> replica.cutOff(false));
    }
  }

  /** And another one takes its place. */
  private void end(Replica replica, double end) {
    if (random.nextBoolean()) {
      replica.die();
    } else {
      replica.leave();
    }
    if (random.nextBoolean()) {
      live(end);
    }
  }

  private double between(double from, double until) {
    return from + random.nextDouble() * Math.max(0, until - from);
  }
}
