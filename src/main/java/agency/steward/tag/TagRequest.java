package agency.steward.tag;

import agency.steward.tag.read.Tag;
import agency.steward.tag.read.TagText;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tag that is to be there. */
@Schema(description = "A tag that is to be there")
record TagRequest(
    @Schema(
            required = true,
            description = "Blanks around it are cut off; upper and lower case differ",
            examples = "VIP",
            maxLength = 200)
        Optional<String> label,
    @Schema(maxLength = 1000) Optional<String> description) {

  /** What Instantly is sent. */
  ObjectNode wanted() {
    ObjectNode tag = JsonNodeFactory.instance.objectNode();
    tag.put(Tag.LABEL, TagText.label(label.orElse(""), "/label"));
    description.ifPresent(text -> tag.put(Tag.DESCRIPTION, TagText.description(text)));
    return tag;
  }
}
