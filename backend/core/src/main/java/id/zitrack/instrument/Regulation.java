package id.zitrack.instrument;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The regulation an instrument follows.
 *
 * @param name official name, for example {@code PermenPANRB 90/2021}
 * @param part annex or chapter
 * @param year year of the regulation
 * @param inForce false once it was replaced or revoked
 * @param sources where the content was taken from
 */
public record Regulation(String name, @Nullable String part, int year, boolean inForce, List<String> sources) {}
