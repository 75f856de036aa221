package agency.steward.chaos;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is wanted at every client, and how Instantly shows that it is so. */
enum Wanted {
  ROLES {
    @Override
    List<String> rows(Agency agency) {
      return Stream.concat(
              each("v", 5, name -> row(agency, name, "editor")).stream(),
              Stream.of(row(agency, "a1", "editor")))
          .toList();
    }

    @Override
    boolean isMade(Client client, String email) {
      return hasRole(client, email, "editor");
    }
  },
  EVERYBODY {
    @Override
    List<String> rows(Agency agency) {
      return each("v", agency.people(), name -> row(agency, name, "editor"));
    }

    @Override
    boolean isMade(Client client, String email) {
      return hasRole(client, email, "editor");
    }
  },
  BACK {
    @Override
    List<String> rows(Agency agency) {
      return ROLES.rows(agency);
    }

    @Override
    boolean isMade(Client client, String email) {
      return hasRole(client, email, email.startsWith("a") ? "admin" : "view");
    }
  },
  REMOVALS {
    @Override
    List<String> rows(Agency agency) {
      return each("v", 3, name -> "\"email\":\"%s\"".formatted(agency.address(name)));
    }

    @Override
    boolean isMade(Client client, String email) {
      return client.people(email).isEmpty();
    }
  },
  INVITATIONS {
    @Override
    List<String> rows(Agency agency) {
      return each("n", 4, name -> row(agency, name, "view"));
    }

    @Override
    boolean isMade(Client client, String email) {
      return client.people(email).size() == 1 && hasRole(client, email, "view");
    }
  },

  /** A second one of the name would be one that nobody knows the value of. */
  KEYS {
    @Override
    List<String> rows(Agency agency) {
      return each(
          "k",
          3,
          name ->
              "\"name\":\"%s\",\"scopes\":[\"campaigns:read\"]".formatted(agency.address(name)));
    }

    @Override
    boolean isMade(Client client, String name) {
      return !client.keys(name).isEmpty();
    }

    @Override
    boolean isMadeOnce(Client client, String name) {
      return client.keys(name).size() == 1;
    }
  };

  /** The fields of each row but the workspace, as JSON without braces. */
  abstract List<String> rows(Agency agency);

  abstract boolean isMade(Client client, String subject);

  boolean isMadeOnce(Client client, String subject) {
    return isMade(client, subject);
  }

  private static boolean hasRole(Client client, String email, String role) {
    return client.people(email).stream()
        .anyMatch(member -> member.path("role").asText().equals(role));
  }

  private static String row(Agency agency, String name, String role) {
    return "\"email\":\"%s\",\"role\":\"%s\"".formatted(agency.address(name), role);
  }

  private static List<String> each(String letter, int many, UnaryOperator<String> row) {
    return IntStream.range(0, many).mapToObj(n -> row.apply(letter + n)).toList();
  }
}
