package id.zitrack.review;

import id.zitrack.assessment.AssessmentLine;
import id.zitrack.assessment.AssessmentLookup;
import id.zitrack.assessment.Headings;
import id.zitrack.assessment.Standing;
import id.zitrack.identity.Action;
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
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The assessments on which the caller has a voice: those to be judged first, then by how long they wait. */
@Component
class Queueing {
    private static final Comparator<Position> ORDER = Comparator.comparing(Position::turn)
            .thenComparing(Position::submittedAt)
            .thenComparing(Position::id);

    private final AssessmentLookup assessments;
    private final FindingReviews finding;
    private final Headings headings;
    private final CurrentPerson current;

    Queueing(AssessmentLookup assessments, FindingReviews finding, Headings headings, CurrentPerson current) {
        this.assessments = assessments;
        this.finding = finding;
        this.headings = headings;
        this.current = current;
    }

    /**
     * One line of the queue.
     *
     * @param late how many days it is past {@code due}, whoever has it now
     * @param total how many questions wait for a verdict: those the unit answered
     * @param scores what the unit's answers are worth
     * @param tpi what the effective verdicts are worth; null before the first
     */
    record Item(
            UUID assessmentId,
            Headings.UnitName unit,
            Headings.PeriodDates period,
            Headings.InstrumentTitle instrument,
            Stage stage,
            @Nullable Instant submittedAt,
            @Nullable LocalDate due,
            int late,
            int judged,
            int total,
            List<Role> myRoles,
            Standing.Totals scores,
            Standing.@Nullable Totals tpi) {}

    Page<Item> list(@Nullable Stage stage, @Nullable String cursor, int limit) {
        var after = cursor == null ? null : Position.read(cursor);
        var waiting = assessments.ofInstitution(current.institutionId()).stream()
                .filter(it -> it.submittedAt() != null)
                .filter(it -> stage == null || it.stage() == stage)
                .map(it -> new Waiting(it, tpiRoles(it.unitId())))
                .filter(it -> !it.roles().isEmpty())
                .filter(it -> after == null || ORDER.compare(it.position(), after) > 0)
                .sorted(Comparator.comparing(Waiting::position, ORDER))
                .limit(limit + 1L)
                .toList();
        var shown = waiting.subList(0, Math.min(limit, waiting.size()));
        var lines = shown.stream().map(Waiting::line).toList();
        var above = headings.of(lines);
        var reviews = finding.lines(lines);
        var items = shown.stream()
                .map(it -> item(
                        it,
                        Objects.requireNonNull(above.get(it.line().id())),
                        reviews.get(it.line().id())))
                .toList();
        return new Page<>(
                items,
                waiting.size() > limit ? shown.get(shown.size() - 1).position().text() : null);
    }

    private List<Role> tpiRoles(UUID unitId) {
        return current.rolesOn(unitId).stream().filter(Role::isOfTpi).sorted().toList();
    }

    private static Item item(Waiting waiting, Headings.Heading heading, @Nullable ReviewLine review) {
        var line = waiting.line();
        return new Item(
                line.id(),
                heading.unit(),
                heading.period(),
                heading.instrument(),
                line.stage(),
                line.submittedAt(),
                heading.due(),
                heading.overdueDays(),
                review == null ? 0 : review.judged(),
                line.standing().answered(),
                waiting.roles(),
                line.standing().totals(),
                review == null ? null : review.standing().totals());
    }

    private record Waiting(AssessmentLine line, List<Role> roles) {
        Position position() {
            var submitted = line.submittedAt();
            return new Position(turn(), submitted == null ? Instant.EPOCH : submitted, line.id());
        }

        private int turn() {
            if (Action.JUDGE.isFor(Set.copyOf(roles), line.stage())) {
                return 0;
            }
            return line.stage().isInHand() ? 1 : line.stage() == Stage.ACCEPTED ? 2 : 3;
        }
    }

    /** Where a line stands in the queue; as text it is the cursor. */
    private record Position(int turn, Instant submittedAt, UUID id) {
        static Position read(String cursor) {
            var parts = cursor.split("_", 3);
            try {
                return new Position(Integer.parseInt(parts[0]), Instant.parse(parts[1]), UUID.fromString(parts[2]));
            } catch (RuntimeException unreadable) {
                throw new InvalidRequest("cursor", "bukan kursor daftar ini");
            }
        }

        String text() {
            return turn + "_" + submittedAt + "_" + id;
        }
    }
}
