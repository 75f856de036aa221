package agency.steward.details;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.text.PlainText;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns what was asked for into what Instantly is to be sent, or says what is wrong with it. */
final class DetailsWanted {
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_ADDRESS = 2048;
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private DetailsWanted() {}

  static ObjectNode of(DetailsPatch asked) {
    ObjectNode set = JsonNodeFactory.instance.objectNode();
    asked.name().ifPresent(name -> set.put("name", name(name)));
    putLogo(set, asked.orgLogoUrl());
    if (set.isEmpty()) {
      throw Problem.invalid("", "Say what is to be different: name, org_logo_url or both").thrown();
    }
    return set;
  }

  private static String name(String name) {
    if (name.isBlank()
        || !name.equals(name.strip())
        || name.length() > LONGEST_NAME
        || !PlainText.is(name)) {
      throw Problem.invalid(
              "/name",
              "name has 1 to 255 characters, no control characters and no blanks around it")
          .thrown();
    }
    return name;
  }

  private static void putLogo(ObjectNode set, @Nullable JsonNode logo) {
    if (logo == null) {
      return;
    }
    if (!logo.isTextual() && !logo.isNull()) {
      throw Problem.of(ProblemCode.MALFORMED_REQUEST, "org_logo_url is a string, or null for none")
          .at("/org_logo_url", "This must be a string or null")
          .thrown();
    }
    if (logo.isTextual() && !isAddress(logo.textValue())) {
      throw Problem.invalid(
              "/org_logo_url",
              "org_logo_url is an http or https address of at most 2048 characters without user"
                  + " and password, or null for none")
          .thrown();
    }
    set.set("org_logo_url", logo);
  }

  private static boolean isAddress(String text) {
    try {
      URI address = new URI(text);
      return text.length() <= LONGEST_ADDRESS
          && address.getScheme() != null
          && SCHEMES.contains(address.getScheme())
          && address.getHost() != null
          && address.getRawUserInfo() == null;
    } catch (URISyntaxException unreadable) {
      return false;
    }
  }
}
