package agency.steward.sandbox.call;

import java.util.List;

/**
 * One operation.
 *
 * @param path with one segment {@code {id}} at most
 * @param scope that a key needs, empty where none is stated
 */
public record Route(
    String method, String path, String scope, List<String> granting, Handler handler) {

  static Route of(String method, String path, String scope, Handler handler) {
    List<String> granting = scope.isEmpty() ? List.of() : Scopes.granting(scope);
    return new Route(method, path, scope, granting, handler);
  }

  public boolean allows(List<String> scopes) {
    return granting.isEmpty() || granting.stream().anyMatch(scopes::contains);
  }
}
