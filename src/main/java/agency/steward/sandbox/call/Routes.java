package agency.steward.sandbox.call;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All operations. A path without variable beats one with: {@code /admin} is no id. */
public final class Routes {
  public static final String BASE = "/api/v2/";
  private static final String VARIABLE = "{id}";

  private final Map<String, List<Route>> fixed = new HashMap<>();
  private final List<Route> variable = new ArrayList<>();

  /** A route and the variable part of the path that led to it. */
  public record Found(Route route, String id) {}

  public Routes get(String path, String scope, Handler handler) {
    return add("GET", path, scope, handler);
  }

  public Routes post(String path, String scope, Handler handler) {
    return add("POST", path, scope, handler);
  }

  public Routes patch(String path, String scope, Handler handler) {
    return add("PATCH", path, scope, handler);
  }

  public Routes delete(String path, String scope, Handler handler) {
    return add("DELETE", path, scope, handler);
  }

  private Routes add(String method, String path, String scope, Handler handler) {
    var route = Route.of(method, BASE + path, scope, handler);
    if (path.contains(VARIABLE)) {
      variable.add(route);
    } else {
      fixed.computeIfAbsent(route.path(), p -> new ArrayList<>()).add(route);
    }
    return this;
  }

  /** Null where there is no such operation. */
  public @Nullable Found find(String method, String path) {
    List<Route> exact = fixed.get(path);
    if (exact != null) {
      for (Route route : exact) {
        if (route.method().equals(method)) {
          return new Found(route, "");
        }
      }
      return null;
    }
    return findVariable(method, path);
  }

  private @Nullable Found findVariable(String method, String path) {
    for (Route route : variable) {
      String template = route.path();
      int prefix = template.indexOf(VARIABLE);
      String suffix = template.substring(prefix + VARIABLE.length());
      if (route.method().equals(method)
          && path.length() > prefix + suffix.length()
          && path.startsWith(template.substring(0, prefix))
          && path.endsWith(suffix)) {
        String id = path.substring(prefix, path.length() - suffix.length());
        if (id.indexOf('/') < 0) {
          return new Found(route, id);
        }
      }
    }
    return null;
  }
}
