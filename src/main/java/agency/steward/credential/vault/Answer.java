package agency.steward.credential.vault;

import java.util.function.Function;

/** What came of a question to Vault. No answer ever holds a key but a {@link Given} one. */
sealed interface Answer<T> {

  /** Vault has answered what was asked. */
  record Given<T>(T value) implements Answer<T> {}

  /** Vault has answered that there is no such thing. */
  record Absent<T>() implements Answer<T> {}

  /** The check-and-set write was refused: another version is the current one. */
  record Outdated<T>() implements Answer<T> {}

  /** Vault has answered, but does not let Steward do this: a matter for whoever runs Vault. */
  record Refused<T>(String detail) implements Answer<T> {}

  /** Vault does not answer, or nothing that can be used: the same question may work later. */
  record Away<T>(String detail) implements Answer<T> {}

  default <R> Answer<R> then(Function<T, Answer<R>> next) {
    return switch (this) {
      case Given<T>(T value) -> next.apply(value);
      case Absent<T>() -> new Absent<>();
      case Outdated<T>() -> new Outdated<>();
      case Refused<T>(String detail) -> new Refused<>(detail);
      case Away<T>(String detail) -> new Away<>(detail);
    };
  }
}
