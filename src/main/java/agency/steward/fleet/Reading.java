package agency.steward.fleet;

import agency.steward.problem.Problem;
import agency.steward.workspace.Workspace;

/** What became of one workspace of an answer. */
sealed interface Reading {

  Workspace workspace();

  /** How much memory it takes while it waits for the reader. */
  int size();

  /**
   * It answered.
   *
   * @param bytes its rows, ready to be sent; empty where it has none
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Rows(Workspace workspace, byte[] bytes) implements Reading {
    @Override
    public int size() {
      return bytes.length;
    }
  }

  /** It did not. */
  record Missing(Workspace workspace, Problem problem) implements Reading {
    @Override
    public int size() {
      return 0;
    }
  }
}
