package agency.steward.member.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What was so at Instantly and what was said of it, step by step; and whether both agree. */
final class Chronicle {
  private static final List<String> OPEN = List.of("pending", "running", "unknown");

  /** Of one person in a workspace by one step; null where they were not there, or are not. */
  private record Event(int step, int place, String email, Person from, Person to) {}

  /** A row as it was shown after a step. */
  private record Shown(String result, int attempts) {}

  private final List<Premises> places;
  private final List<Event> events = new ArrayList<>();
  private final List<List<Map<String, Person>>> history = new ArrayList<>();
  private final List<Integer> drifts = new ArrayList<>();
  private final Map<String, Map<Integer, Shown>> rows = new HashMap<>();
  private final Map<String, Map<String, Object>> last = new HashMap<>();
  private List<Map<String, Person>> now;
  private int step;

  Chronicle(List<Premises> places) {
    this.places = places;
    this.now = look();
    history.add(now);
  }

  private List<Map<String, Person>> look() {
    return places.stream()
        .map(place -> place.people().stream().collect(Collectors.toMap(Person::id, p -> p)))
        .toList();
  }

  /**
   * @param ours false where it was others who did something at Instantly
   */
  void after(boolean ours, List<ShownSet> sets) {
    step++;
    if (!ours) {
      drifts.add(step);
    }
    List<Map<String, Person>> then = look();
    for (int i = 0; i < places.size(); i++) {
      compare(i, now.get(i), then.get(i));
    }
    now = then;
    history.add(then);
    sets.forEach(this::note);
  }

  private void compare(int place, Map<String, Person> before, Map<String, Person> after) {
    before.forEach((id, was) -> {
      Person is = after.get(id);
      if (is == null || !is.role().equals(was.role())) {
        events.add(new Event(step, place, was.email(), was, is));
      }
    });
    after.forEach((id, is) -> {
      if (!before.containsKey(id)) {
        events.add(new Event(step, place, is.email(), null, is));
      }
    });
  }

  private void note(ShownSet shown) {
    for (Map<String, Object> row : shown.all()) {
      String key = shown.set().id() + " " + row.get("seq");
      rows.computeIfAbsent(key, _ -> new HashMap<>())
          .put(step, new Shown((String) row.get("result"), (Integer) row.get("attempts")));
      last.put(key, row);
    }
  }

  /** Each change at Instantly is said of some row, and each row that is said to be made is so. */
  void check() {
    events.stream().filter(event -> !drifts.contains(event.step())).forEach(this::explained);
    last.forEach(this::isTrue);
  }

  private void explained(Event event) {
    var about = last.entrySet().stream().filter(row -> isAbout(row.getValue(), event)).toList();
    assertThat(about.stream().filter(row -> explains(row.getKey(), row.getValue(), event)))
        .as("nothing says %s, of:%n%s", event, told(about))
        .isNotEmpty();
  }

  private String told(List<Map.Entry<String, Map<String, Object>>> about) {
    return about.stream()
        .map(row -> row.getKey() + " " + row.getValue() + "\n   " + rows.get(row.getKey()))
        .collect(Collectors.joining("\n"));
  }

  private boolean isAbout(Map<String, Object> row, Event event) {
    return place(row) == event.place() && event.email().equals(row.get("subject"));
  }

  private boolean explains(String key, Map<String, Object> row, Event event) {
    String result = (String) row.get("result");
    boolean says =
        result.equals("applied")
            || result.equals("unknown")
            || result.equals("failed") && isHalf(row);
    return says && wasOpen(key, event.step()) && fits(row, event);
  }

  private static boolean isHalf(Map<String, Object> row) {
    return String.valueOf(row.get("problem")).contains("ENDED_HALFWAY");
  }

  private boolean wasOpen(String key, int at) {
    Map<Integer, Shown> shown = rows.get(key);
    Shown before = shown.get(at - 1);
    Shown after = shown.get(at);
    return (before == null || OPEN.contains(before.result()))
        && after != null
        && after.attempts() > 0;
  }

  private static boolean fits(Map<String, Object> row, Event event) {
    String wanted = role(row, "after");
    return switch ((String) row.get("action")) {
      case "remove" -> event.to() == null;
      case "reinvite" ->
          event.to() == null || event.from() == null && wanted.equals(event.to().role());
      default -> event.to() != null && wanted.equals(event.to().role());
    };
  }

  @SuppressWarnings("unchecked")
  private static String role(Map<String, Object> row, String when) {
    return Optional.ofNullable((Map<String, Object>) row.get(when))
        .map(is -> (String) is.get("role"))
        .orElse("");
  }

  /** What is said to be made was seen to change while it was open. */
  private void isTrue(String key, Map<String, Object> row) {
    if (!row.get("result").equals("applied")
        || row.get("before") != null
            && role(row, "before").equals(role(row, "after"))
            && !row.get("action").equals("reinvite")) {
      return;
    }
    Map<Integer, Shown> shown = rows.get(key);
    int end =
        shown.entrySet().stream()
            .filter(each -> each.getValue().result().equals("applied"))
            .mapToInt(Map.Entry::getKey)
            .min()
            .orElseThrow();
    int begun =
        shown.entrySet().stream()
            .filter(each -> each.getValue().attempts() > 0)
            .mapToInt(Map.Entry::getKey)
            .min()
            .orElseThrow();
    boolean crowded =
        last.entrySet().stream()
                .filter(other ->
                    other.getValue().get("workspace_id").equals(row.get("workspace_id"))
                        && row.get("subject").equals(other.getValue().get("subject")))
                .filter(other -> isBusy(other.getKey(), begun, end))
                .count()
            > 1;
    int place = place(row);
    boolean so =
        IntStream.rangeClosed(begun - 1, end).anyMatch(at -> isSo(row, history.get(at).get(place)));
    assertThat(crowded || so)
        .as("%s %s is said to be made, begun in %d, over in %d", key, row, begun, end)
        .isTrue();
  }

  private int place(Map<String, Object> row) {
    return places.stream()
        .map(place -> place.tenant().workspace().id().toString())
        .toList()
        .indexOf(row.get("workspace_id"));
  }

  @SuppressWarnings("unchecked")
  private static boolean isSo(Map<String, Object> row, Map<String, Person> people) {
    var before = (Map<String, Object>) row.get("before");
    String id = before == null ? "" : (String) before.get("id");
    Person same = people.get(id);
    return switch ((String) row.get("action")) {
      case "remove" -> same == null;
      case "invite", "reinvite" ->
          same == null
              && people.values().stream()
                  .anyMatch(p ->
                      p.email().equals(row.get("subject")) && p.role().equals(role(row, "after")));
      default -> same != null && same.role().equals(role(row, "after"));
    };
  }

  private boolean isBusy(String key, int from, int to) {
    Map<Integer, Shown> shown = rows.get(key);
    for (int at = from; at <= to; at++) {
      Shown before = shown.get(at - 1);
      Shown after = shown.get(at);
      if (after != null
          && after.attempts() > 0
          && (before == null || OPEN.contains(before.result()))) {
        return true;
      }
    }
    return false;
  }
}
