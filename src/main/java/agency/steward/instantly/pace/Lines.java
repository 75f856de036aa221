package agency.steward.instantly.pace;

/** The two lines of one bucket: interactive calls go before bulk. Not thread-safe. */
final class Lines {
  private final Line<Turn> interactive = new Line<>();
  private final Line<Turn> bulk = new Line<>();

  void add(Turn turn) {
    of(turn.priority).add(turn, turn.party);
  }

  void remove(Turn turn) {
    of(turn.priority).remove(turn, turn.party);
  }

  /** The one whose first comes next; empty where nobody waits. */
  Line<Turn> next() {
    return interactive.isEmpty() ? bulk : interactive;
  }

  /** How many would go before one that comes now. */
  int ahead(Priority priority, String party) {
    return switch (priority) {
      case INTERACTIVE -> interactive.ahead(party);
      case BULK -> interactive.size() + bulk.ahead(party);
    };
  }

  /** Sends away whoever waits in it. */
  void dismiss(Priority priority) {
    for (Line<Turn> line = of(priority); !line.isEmpty(); ) {
      line.removeFirst().dismiss();
    }
  }

  int waiting(Priority priority) {
    return of(priority).size();
  }

  int waiting() {
    return interactive.size() + bulk.size();
  }

  private Line<Turn> of(Priority priority) {
    return switch (priority) {
      case INTERACTIVE -> interactive;
      case BULK -> bulk;
    };
  }
}
