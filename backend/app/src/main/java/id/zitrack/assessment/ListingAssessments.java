package id.zitrack.assessment;

import id.zitrack.identity.CurrentPerson;
import id.zitrack.identity.Role;
import id.zitrack.identity.Stage;
import id.zitrack.platform.InvalidRequest;
import id.zitrack.platform.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The assessments the caller may see: those of their own units first, then the latest changed. */
@Component
class ListingAssessments {
    private static final Comparator<Position> ORDER = Comparator.comparing((Position it) -> !it.mine())
            .thenComparing(Position::at, Comparator.reverseOrder())
            .thenComparing(Position::id);

    private final FindingAssessments finding;
    private final Headings headings;
    private final CurrentPerson current;

    ListingAssessments(FindingAssessments finding, Headings headings, CurrentPerson current) {
        this.finding = finding;
        this.headings = headings;
        this.current = current;
    }

    Page<Item> list(
            @Nullable UUID period, @Nullable UUID unit, @Nullable Stage stage, @Nullable String cursor, int limit) {
        Predicate<AssessmentLine> wanted =
                it -> (period == null || it.periodId().equals(period))
                        && (unit == null || it.unitId().equals(unit))
                        && (stage == null || it.stage() == stage);
        var after = cursor == null ? null : Position.read(cursor);
        var seen = finding.ofInstitution(current.institutionId()).stream()
                .filter(wanted)
                .map(it -> new Seen(it, current.rolesOn(it.unitId()).stream().toList()))
                .filter(it -> !it.roles().isEmpty())
                .filter(it -> after == null || ORDER.compare(it.position(), after) > 0)
                .sorted(Comparator.comparing(Seen::position, ORDER))
                .limit(limit + 1L)
                .toList();
        var shown = seen.subList(0, Math.min(limit, seen.size()));
        var above = headings.of(shown.stream().map(Seen::line).toList());
        var items = shown.stream()
                .map(it -> Item.of(
                        it.line(), Objects.requireNonNull(above.get(it.line().id()))))
                .toList();
        return new Page<>(
                items,
                seen.size() > limit ? shown.get(shown.size() - 1).position().text() : null);
    }

    /** One line of the list. */
    record Item(
            UUID id,
            Headings.UnitName unit,
            Headings.PeriodDates period,
            Headings.InstrumentTitle instrument,
            Stage stage,
            int answered,
            int total,
            Standing.Totals scores,
            @Nullable LocalDate due,
            int late,
            @Nullable Instant submittedAt,
            Instant updatedAt) {

        static Item of(AssessmentLine line, Headings.Heading heading) {
            return new Item(
                    line.id(),
                    heading.unit(),
                    heading.period(),
                    heading.instrument(),
                    line.stage(),
                    line.standing().answered(),
                    line.standing().total(),
                    line.standing().totals(),
                    heading.due(),
                    heading.lateDays(),
                    line.submittedAt(),
                    line.updatedAt());
        }
    }

    private record Seen(AssessmentLine line, List<Role> roles) {
        Position position() {
            return new Position(roles.stream().anyMatch(Role::isOfUnit), line.updatedAt(), line.id());
        }
    }

    /** Where a line stands in the order; as text it is the cursor. */
    private record Position(boolean mine, Instant at, UUID id) {
        static Position read(String cursor) {
            var parts = cursor.split("_", 3);
            try {
                return new Position("1".equals(parts[0]), Instant.parse(parts[1]), UUID.fromString(parts[2]));
            } catch (RuntimeException unreadable) {
                throw new InvalidRequest("cursor", "bukan kursor daftar ini");
            }
        }

        String text() {
            return (mine ? "1" : "0") + "_" + at + "_" + id;
        }
    }
}
