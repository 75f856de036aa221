package agency.steward.web.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/** Completes the document that is read off the resources, at build time. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {
  private static final String BEARER = "bearer";

  private final DeclaredProblems declared;
  private final RequiredFields required;

  public ApiDescription(IndexView classes) {
    this.declared = DeclaredProblems.in(classes);
    this.required = new RequiredFields(classes);
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    describe(api);
    if (api.getComponents() == null) {
      api.setComponents(OASFactory.createComponents());
    }
    api.getComponents()
        .addSecurityScheme(
            BEARER,
            OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("A token of the configured issuer, meant for Steward's audience"));
    SharedHeaders.addTo(api.getComponents());
    ProblemParts.addTo(api.getComponents());
    if (api.getPaths() != null) {
      api.getPaths().getPathItems().values().forEach(this::complete);
      required.addTo(api);
    }
    Order.of(api);
  }

  private static void describe(OpenAPI api) {
    api.info(
            OASFactory.createInfo()
                .title("Steward")
                .version("v1")
                .description(
                    "The control plane for agencies that run many client workspaces on Instantly.ai."
                        + " Times are ISO 8601 in UTC, ids of Steward's own things UUIDv7; errors are"
                        + " RFC 9457 problems whose codes docs/errors.md explains.")
                .license(OASFactory.createLicense().name("Apache-2.0").identifier("Apache-2.0")))
        .servers(List.of(OASFactory.createServer().url("/").description("This Steward")))
        .security(List.of(OASFactory.createSecurityRequirement().addScheme(BEARER)));
  }

  private void complete(PathItem path) {
    path.getOperations().forEach(this::complete);
  }

  private void complete(PathItem.HttpMethod method, Operation operation) {
    if (operation.getParameters() != null) {
      operation.getParameters().forEach(ApiDescription::complete);
    }
    SharedHeaders.addTo(method, operation);
    var codes = SharedProblems.of(method, operation);
    codes.addAll(declared.of(operation.getOperationId()));
    ProblemParts.addTo(operation, codes);
    SharedHeaders.addTo(operation.getResponses(), method);
    Literals.asLines(operation.getResponses());
  }

  /** What is not said otherwise is text, and {@code ?name=a&name=b} where it is a list. */
  private static void complete(Parameter parameter) {
    Schema schema = parameter.getSchema();
    if (schema == null || schema.getRef() != null) {
      return;
    }
    if (schema.getType() == null) {
      schema.addType(Schema.SchemaType.STRING);
    }
    Literals.ofItsType(schema);
    if (schema.getType().contains(Schema.SchemaType.ARRAY)) {
      parameter.style(Parameter.Style.FORM).explode(true);
      Literals.listed(parameter);
    }
  }
}
