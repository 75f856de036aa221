package agency.steward.workspace.label;

/** The text is no selector. The message never repeats more of the text than one symbol. */
public final class SelectorSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int position;

  SelectorSyntaxException(int position, String message) {
    super(message);
    this.position = position;
  }

  /** Offset of the character at fault, counted from 0. */
  public int position() {
    return position;
  }
}
