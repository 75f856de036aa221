package agency.steward.workspace;

import java.util.Map;
import java.util.Set;

/** Labels to set and labels to take away, the same for many workspaces. */
public record LabelChange(Map<String, String> set, Set<String> remove) {}
