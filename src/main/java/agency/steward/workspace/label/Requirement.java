package agency.steward.workspace.label;

import java.util.List;
import java.util.Map;

/**
 * One term of a selector. What says "not" also holds where the label is absent, as in Kubernetes.
 */
public sealed interface Requirement {
  String key();

  boolean holds(Map<String, String> labels);

  /** {@code key=value} */
  record Equal(String key, String value) implements Requirement {
    @Override
    public boolean holds(Map<String, String> labels) {
      return value.equals(labels.get(key));
    }

    @Override
    public String toString() {
      return key + "=" + value;
    }
  }

  /** {@code key!=value} */
  record NotEqual(String key, String value) implements Requirement {
    @Override
    public boolean holds(Map<String, String> labels) {
      return !value.equals(labels.get(key));
    }

    @Override
    public String toString() {
      return key + "!=" + value;
    }
  }

  /** {@code key in (a,b)} */
  record In(String key, List<String> values) implements Requirement {
    public In {
      values = values.stream().distinct().sorted().toList();
    }

    @Override
    public boolean holds(Map<String, String> labels) {
      String value = labels.get(key);
      return value != null && values.contains(value);
    }

    @Override
    public String toString() {
      return key + " in " + set(values);
    }
  }

  /** {@code key notin (a,b)} */
  record NotIn(String key, List<String> values) implements Requirement {
    public NotIn {
      values = values.stream().distinct().sorted().toList();
    }

    @Override
    public boolean holds(Map<String, String> labels) {
      String value = labels.get(key);
      return value == null || !values.contains(value);
    }

    @Override
    public String toString() {
      return key + " notin " + set(values);
    }
  }

  /** {@code key} */
  record Exists(String key) implements Requirement {
    @Override
    public boolean holds(Map<String, String> labels) {
      return labels.containsKey(key);
    }

    @Override
    public String toString() {
      return key;
    }
  }

  /** {@code !key} */
  record Absent(String key) implements Requirement {
    @Override
    public boolean holds(Map<String, String> labels) {
      return !labels.containsKey(key);
    }

    @Override
    public String toString() {
      return "!" + key;
    }
  }

  /** A set of nothing but the empty value is written {@code (,)}: {@code ()} would be no set. */
  private static String set(List<String> values) {
    return values.equals(List.of("")) ? "(,)" : "(" + String.join(",", values) + ")";
  }
}
