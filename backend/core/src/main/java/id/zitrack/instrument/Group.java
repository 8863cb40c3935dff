package id.zitrack.instrument;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A component, part, area, sub-area or indicator: everything that is scored from its children.
 *
 * @param code unique code
 * @param label name on screen
 * @param weight most points this group can bring; null inside a mean or minimum, where every child counts alike (as weight 1)
 * @param rule how its points follow from the children
 * @param children at least one, all groups or all questions
 * @param folder folder of the evidence in a dossier; null where the parent's holds
 * @param note remark for readers, for example that a weight is a convention of this program
 */
public record Group(
        String code,
        Text label,
        @Nullable BigDecimal weight,
        Rule rule,
        List<Node> children,
        @Nullable String folder,
        @Nullable Text note)
        implements Node {}
