package agency.steward.credential.vault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.vault.client.VaultClientException;
import io.quarkus.vault.client.VaultException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * What a failed question means. Words of Vault's are read but never repeated: nobody knows what a
 * proxy between us puts into them.
 */
final class Fault {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Fault() {}

  static <T> Answer<T> of(Throwable failure) {
    if (failure instanceof TimeoutException) {
      return new Answer.Away<>("Vault did not answer in time.");
    }
    return failure instanceof VaultClientException answer && answer.getStatus() != null
        ? of(answer.getStatus(), answer)
        : unknown(failure);
  }

  private static <T> Answer<T> of(int status, VaultClientException answer) {
    return switch (status) {
      case 400 -> badRequest(answer);
      case 403 ->
          new Answer.Refused<>(
              "Vault refuses Steward's token, or its policy does not allow this (403); see"
                  + " docs/vault.md for the policy.");
      case 404 -> notFound(answer);
      case 429 -> new Answer.Away<>("Vault limits the rate of Steward's requests (429).");
      case 503 -> new Answer.Away<>("Vault is sealed or starting (503).");
      default -> other(status);
    };
  }

  private static <T> Answer<T> other(int status) {
    if (status >= 400 && status < 500 && status != 408 && status != 412) {
      return new Answer.Refused<>("Vault refuses the request (" + status + ").");
    }
    return new Answer.Away<>("Vault's answer cannot be used (" + status + ").");
  }

  private static <T> Answer<T> badRequest(VaultClientException answer) {
    if (errors(answer).stream().anyMatch(error -> error.contains("check-and-set"))) {
      return new Answer.Outdated<>();
    }
    return new Answer.Refused<>(
        "Vault refuses the request or the login (400); see docs/vault.md for what it needs.");
  }

  /** An empty list of errors, or a version that was deleted, is absence; anything else is not. */
  private static <T> Answer<T> notFound(VaultClientException answer) {
    if (!errors(answer).isEmpty()) {
      return new Answer.Refused<>(
          "Vault has no KV engine of version 2 at the configured mount (404).");
    }
    return saysAbsent(Optional.ofNullable(answer.getBody()).orElse(""))
        ? new Answer.Absent<>()
        : new Answer.Away<>("What answers in Vault's place is not Vault (404).");
  }

  private static boolean saysAbsent(String body) {
    try {
      JsonNode json = JSON.readTree(body);
      return json.isObject() && (json.path("errors").isArray() || json.path("data").isObject());
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private static List<String> errors(VaultClientException answer) {
    return Optional.ofNullable(answer.getErrors()).orElse(List.of());
  }

  /** A file is only read for a login: the token of the service account. */
  private static <T> Answer<T> unknown(Throwable failure) {
    return switch (root(failure)) {
      case VaultClientException unanswered -> new Answer.Away<>("Vault cannot be reached.");
      case VaultException loginless ->
          new Answer.Refused<>("Steward cannot log in to Vault; see docs/vault.md.");
      case FileSystemException unread ->
          new Answer.Refused<>(
              "Steward cannot log in to Vault: the token of its service account cannot be read.");
      case RuntimeException misread -> new Answer.Away<>("Vault's answer cannot be understood.");
      case Throwable unreached ->
          new Answer.Away<>(
              "Vault cannot be reached (" + unreached.getClass().getSimpleName() + ").");
    };
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
