package agency.steward.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The chart, rendered as Helm renders it. */
final class Chart {
  static final Path DIRECTORY = Path.of("helm/steward");
  static final Path LEAST = Path.of("src/test/resources/helm/least.yaml");
  static final Path FULL = Path.of("src/test/resources/helm/full.yaml");
  private static final YAMLMapper YAML = new YAMLMapper();

  private final List<JsonNode> manifests;

  private Chart(List<JsonNode> manifests) {
    this.manifests = manifests;
  }

  static Chart rendered(Path values) {
    return rendered(values, Map.of());
  }

  /**
   * @param changes values by their path, over those of the file
   */
  static Chart rendered(Path values, Map<String, ?> changes) {
    TemplateCommand template =
        new Helm(DIRECTORY)
            .template()
            .withName("production")
            .withNamespace("agency")
            .withValuesFile(values);
    changes.forEach(template::set);
    return new Chart(parsed(template.call()));
  }

  JsonNode one(String kind) {
    List<JsonNode> found = all(kind).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " of kind " + kind);
    }
    return found.getFirst();
  }

  Stream<JsonNode> all(String kind) {
    return manifests.stream().filter(manifest -> manifest.path("kind").asText().equals(kind));
  }

  /** The pod's own part of the deployment. */
  JsonNode pod() {
    return one("Deployment").at("/spec/template/spec");
  }

  JsonNode container() {
    return pod().at("/containers/0");
  }

  /** The variable of this name in the container; missing if there is none. */
  JsonNode variable(String name) {
    return StreamSupport.stream(container().path("env").spliterator(), false)
        .filter(variable -> variable.path("name").asText().equals(name))
        .findFirst()
        .orElse(YAML.missingNode());
  }

  static ObjectNode yaml(Path file) {
    try {
      return (ObjectNode) YAML.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<JsonNode> parsed(String documents) {
    try (var all = YAML.readerFor(JsonNode.class).<JsonNode>readValues(documents)) {
      return all.readAll().stream().filter(JsonNode::isObject).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
