package agency.steward.sandbox.world;

/** Hears of every change. */
@FunctionalInterface
interface Commits {
  void committed(Place place, Tables before, Tables after);
}
