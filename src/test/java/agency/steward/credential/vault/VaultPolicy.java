package agency.steward.credential.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A policy as Vault reads it: prefixes of paths and what may be done below them. */
record VaultPolicy(List<Rule> rules) {
  private static final Pattern RULE =
      Pattern.compile("path \"([^\"*]+)\\*\" \\{\\s*capabilities = \\[([^]]*)]\\s*}");

  record Rule(String prefix, List<String> capabilities) {}

  /** The one that docs/vault.md tells people to write. */
  static VaultPolicy ofTheManual() {
    try {
      var rules =
          RULE.matcher(Files.readString(Path.of("docs/vault.md")))
              .results()
              .map(rule ->
                  new Rule(
                      rule.group(1), List.of(rule.group(2).replaceAll("[\" ]", "").split(","))))
              .toList();
      return new VaultPolicy(rules);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean allows(String path, String capability) {
    return rules.stream()
        .anyMatch(
            rule -> path.startsWith(rule.prefix()) && rule.capabilities().contains(capability));
  }
}
