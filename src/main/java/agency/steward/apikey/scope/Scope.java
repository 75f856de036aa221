package agency.steward.apikey.scope;

/**
 * A scope as it is read, {@code resource:action}; whatever cannot be read so is a resource without
 * an action.
 */
record Scope(String resource, String action) {

  static Scope of(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new Scope(text, "")
        : new Scope(text.substring(0, colon), text.substring(colon + 1));
  }

  boolean isOfEverything() {
    return resource.equals(Catalogue.ALL);
  }

  boolean isEveryAction() {
    return action.equals(Catalogue.ALL);
  }

  @Override
  public String toString() {
    return action.isEmpty() ? resource : resource + ":" + action;
  }
}
