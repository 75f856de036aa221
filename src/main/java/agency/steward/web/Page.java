package agency.steward.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list, as it goes out.
 *
 * @param nextPageToken absent on the last page
 * @param totalSize how many items all pages have, where the list knows
 */
public record Page<T>(List<T> items, Optional<String> nextPageToken, Optional<Long> totalSize) {

  public Page {
    items = List.copyOf(items);
  }

  public <V> Page<V> map(Function<? super T, ? extends V> view) {
    List<V> views = items.stream().<V>map(view).toList();
    return new Page<>(views, nextPageToken, totalSize);
  }

  public Page<T> ofTotal(long total) {
    return new Page<>(items, nextPageToken, Optional.of(total));
  }
}
