package agency.steward.chaos;

import java.util.ArrayList;
import java.util.List;

/** Several Stewards on one PostgreSQL. The first is there as long as all of it. */
final class Crew {
  private final Rig rig;
  private final List<Replica> replicas = new ArrayList<>();

  Crew(Rig rig) {
    this.rig = rig;
    replicas.add(rig.steward());
  }

  /** Exactly so many, all of them at work. */
  Crew of(int many) {
    while (replicas.size() > many) {
      replicas.removeLast().close();
    }
    while (replicas.size() < many) {
      joining().untilReady();
    }
    return this;
  }

  /** One more, which has only just been started. */
  Replica joining() {
    Replica another = rig.another();
    replicas.add(another);
    return another;
  }

  Replica first() {
    return replicas.getFirst();
  }

  Replica last() {
    return replicas.getLast();
  }

  List<Replica> others(Replica than) {
    return replicas.stream().filter(each -> each != than).toList();
  }

  void close() {
    replicas.forEach(Replica::close);
  }

  void lose(Replica dead) {
    replicas.remove(dead);
    dead.close();
  }
}
