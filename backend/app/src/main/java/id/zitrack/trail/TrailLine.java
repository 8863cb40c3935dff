package id.zitrack.trail;

import id.zitrack.identity.PersonView;
import id.zitrack.organization.PeriodView;
import id.zitrack.organization.UnitView;
import id.zitrack.platform.TrailEntry.Change;
import id.zitrack.platform.TrailEntry.Deed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry as a reader sees it.
 *
 * @param at by the clock of the server that made the change
 * @param by null for what nobody did who was signed in
 * @param subject the id of the thing
 * @param subjectName what the thing is called now; null where only its id is known
 */
record TrailLine(
        long seq,
        Instant at,
        Instant recorded,
        @Nullable Named by,
        @Nullable String address,
        @Nullable Named unit,
        String kind,
        String subject,
        @Nullable String subjectName,
        Deed deed,
        List<Change> changes,
        String hash) {

    /** Somebody or something by its present name; null once it is not known any more. */
    @Schema(name = "TrailNamed")
    record Named(UUID id, @Nullable String name) {}

    /** The names of today. */
    record Names(Map<UUID, PersonView> people, Map<UUID, UnitView> units, Map<UUID, PeriodView> periods) {
        private @Nullable String of(String kind, String subject) {
            return switch (kind) {
                case "person" -> person(UUID.fromString(subject));
                case "unit" -> unit(UUID.fromString(subject));
                case "period" -> period(UUID.fromString(subject));
                default -> null;
            };
        }

        private @Nullable String person(UUID id) {
            var found = people.get(id);
            return found == null ? null : found.name();
        }

        private @Nullable String unit(UUID id) {
            var found = units.get(id);
            return found == null ? null : found.name();
        }

        private @Nullable String period(UUID id) {
            var found = periods.get(id);
            return found == null ? null : found.name();
        }
    }

    static TrailLine of(Link link, Names names) {
        return new TrailLine(
                link.seq(),
                Instant.parse(link.at()),
                Instant.parse(link.recorded()),
                link.by() == null
                        ? null
                        : new Named(UUID.fromString(link.by()), names.person(UUID.fromString(link.by()))),
                link.address(),
                link.unit() == null
                        ? null
                        : new Named(UUID.fromString(link.unit()), names.unit(UUID.fromString(link.unit()))),
                link.kind(),
                link.subject(),
                names.of(link.kind(), link.subject()),
                link.deed(),
                link.whatChanged(),
                link.hash());
    }
}
