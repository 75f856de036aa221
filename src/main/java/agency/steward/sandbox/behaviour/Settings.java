package agency.steward.sandbox.behaviour;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What rules say, setting by setting. Immutable. */
public final class Settings {
  public static final Settings NONE = new Settings(new @Nullable Object[Setting.ALL.size()]);

  private final @Nullable Object[] values;

  private Settings(@Nullable Object[] values) {
    this.values = values;
  }

  static Settings of(JsonNode rule) {
    var values = new @Nullable Object[Setting.ALL.size()];
    for (Setting<?> setting : Setting.ALL) {
      if (rule.has(setting.name)) {
        values[setting.ordinal] = setting.read(rule.get(setting.name));
      }
    }
    return new Settings(values);
  }

  @SuppressWarnings("unchecked") // of() puts what the setting itself read in its place
  public <T> T get(Setting<T> setting) {
    Object value = values[setting.ordinal];
    return value == null ? setting.otherwise : (T) value;
  }

  boolean silent() {
    for (Object value : values) {
      if (value != null) {
        return false;
      }
    }
    return true;
  }

  /** These, and where they say nothing, the others. */
  public Settings over(Settings others) {
    if (others == NONE) {
      return this;
    }
    @Nullable Object[] merged = values.clone();
    for (int i = 0; i < merged.length; i++) {
      merged[i] = merged[i] == null ? others.values[i] : merged[i];
    }
    return new Settings(merged);
  }
}
