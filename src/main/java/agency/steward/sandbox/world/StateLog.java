package agency.steward.sandbox.world;

/** Where changes are recorded; with {@link #NONE} the world ends with its process. */
public interface StateLog extends Commits {
  StateLog NONE =
      new StateLog() {
        @Override
        public void load(World world) {
          // nothing was kept
        }

        @Override
        public void committed(Place place, Tables before, Tables after) {
          // nothing is kept
        }

        @Override
        public void clear() {
          // nothing is kept
        }
      };

  /** Puts everything kept into a world that is still empty. */
  void load(World world);

  void clear();
}
