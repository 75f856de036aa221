package agency.steward.web;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Function;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Pages of a list. A token is opaque and bound to the path, to every other query parameter and to
 * the caller, so a list has nothing to say about its filters.
 *
 * <pre>
 *   PageRequest asked = pages.asked(parameters);
 *   List&lt;Row&gt; rows = store.after(asked.after(), asked.size() + 1);
 *   return pages.page(asked, rows, row -> row.id().toString()).map(View::of);
 * </pre>
 */
@ApplicationScoped
public class PageTokens {
  private static final int DEFAULT = 50;
  private static final int LARGEST = 1000;
  private static final Set<String> OWN = Set.of("page_token", "page_size");

  private final UriInfo uri;
  private final SecurityIdentity identity;
  private final PageSeal seal;

  PageTokens(UriInfo uri, SecurityIdentity identity, SharedSecret secret) {
    this.uri = uri;
    this.identity = identity;
    this.seal = new PageSeal(message -> secret.mac("page-token", message));
  }

  /**
   * @throws ProblemException {@code INVALID_PARAMETER} for a size that is not from 1 to 1000,
   *     {@code INVALID_PAGE_TOKEN} for a token that is not one of this list
   */
  public PageRequest asked(PageParameters parameters) {
    int size = parameters.pageSize.map(PageTokens::size).orElse(DEFAULT);
    String list = list();
    return new PageRequest(size, parameters.pageToken.map(token -> position(list, token)), list);
  }

  /**
   * @param rows up to one more than {@code asked.size()}: the surplus says that there is a next
   *     page
   * @param position what the list needs to go on after an item
   */
  public <T> Page<T> page(PageRequest asked, List<T> rows, Function<T, String> position) {
    if (rows.size() <= asked.size()) {
      return page(asked, rows, Optional.empty());
    }
    List<T> kept = rows.subList(0, asked.size());
    return page(asked, kept, Optional.of(position.apply(kept.getLast())));
  }

  /** For a list that knows itself where its next page starts. */
  public <T> Page<T> page(PageRequest asked, List<T> items, Optional<String> next) {
    return new Page<>(
        items, next.map(position -> seal.token(asked.list(), position)), Optional.empty());
  }

  private String position(String list, String token) {
    return seal.position(list, token)
        .orElseThrow(() ->
            Problem.of(
                    ProblemCode.INVALID_PAGE_TOKEN,
                    "page_token is not one this list gave you with these filters. Begin without"
                        + " one.")
                .at("page_token", "Not a token of this list")
                .thrown());
  }

  private static int size(String text) {
    try {
      int size = Integer.parseInt(text);
      if (size >= 1 && size <= LARGEST && text.equals(Integer.toString(size))) {
        return size;
      }
    } catch (NumberFormatException notANumber) {
      // said below, as for one out of range
    }
    throw ParameterText.invalid("page_size", "page_size is a whole number from 1 to " + LARGEST);
  }

  private String list() {
    var list = new StringJoiner("\n").add(caller()).add(uri.getPath());
    new TreeMap<>(uri.getQueryParameters())
        .forEach((name, values) -> {
          if (!OWN.contains(name)) {
            values.forEach(value -> list.add(encode(name) + "=" + encode(value)));
          }
        });
    return list.toString();
  }

  private String caller() {
    return identity.getPrincipal() instanceof JsonWebToken token
        ? token.getSubject()
        : identity.getPrincipal().getName();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
