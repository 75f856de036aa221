package agency.steward.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.core.Deployment;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

/**
 * One operation of the API.
 *
 * @param path as it is declared, with {@code {parameters}}
 */
public record Operation(String method, String path, Pattern paths) {
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

  public boolean isAt(String asked) {
    return path.equals(asked) || paths.matcher(asked).matches();
  }

  public static List<Operation> all(Deployment deployment) {
    var all = new ArrayList<Operation>();
    RuntimeResourceVisitor.visitRuntimeResources(
        "",
        deployment.getClassMappers(),
        new RuntimeResourceVisitor() {
          @Override
          public void visitRuntimeResource(String method, String path, RuntimeResource resource) {
            all.add(new Operation(method, path, pattern(path)));
          }
        });
    return all;
  }

  private static Pattern pattern(String path) {
    return Pattern.compile(PARAMETER.matcher(path).replaceAll("[^/]+") + "/?");
  }
}
