package id.zitrack.assessment;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import id.zitrack.identity.PersonLookup;
import id.zitrack.identity.PersonView;
import id.zitrack.instrument.InstrumentKey;
import id.zitrack.platform.NotThere;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Moving a running assessment to another instrument or another version of its own. */
@RestController
@RequestMapping("/api/assessments/{id}")
class MoveController {
    private final Assessments assessments;
    private final MovingToInstrument moving;
    private final PersonLookup people;

    MoveController(Assessments assessments, MovingToInstrument moving, PersonLookup people) {
        this.assessments = assessments;
        this.moving = moving;
        this.people = people;
    }

    /**
     * The move that was looked at and is now wanted.
     *
     * @param to {@code id@version} of the instrument
     * @param hash of that instrument
     * @param revision of the assessment
     */
    record MoveRequest(
            @NotBlank @Size(max = 100) String to,
            @NotBlank @Size(max = 100) String hash,
            @NotNull Long revision) {}

    /** An assessment after its move. */
    record MoveResult(UUID id, long revision, String instrumentId, String instrumentVersion, Standing.Totals scores) {}

    /** One move that was made, with the answers that left the sheet. */
    record MoveBody(Instant at, PersonName by, MovedInstrument from, MovedInstrument to, List<AnswerBody> lost) {
        static MoveBody of(Moved moved, Map<UUID, PersonView> people) {
            return new MoveBody(
                    moved.at(),
                    PersonName.of(moved.by(), people),
                    MovedInstrument.of(moved.from(), moved.fromHash()),
                    MovedInstrument.of(moved.to(), moved.toHash()),
                    moved.lost().stream()
                            .map(it -> AnswerBody.of(it.view(), people))
                            .toList());
        }
    }

    /** An instrument by its name and the hash of its content. */
    record MovedInstrument(String id, String version, String hash) {
        static MovedInstrument of(InstrumentKey key, String hash) {
            return new MovedInstrument(key.id(), key.version(), hash);
        }
    }

    /** What a move to {@code id@version} would do. */
    @GetMapping("/move")
    @PreAuthorize("@access.may('MOVE_ASSESSMENT', 'assessment', #id)")
    public MovePreview preview(@PathVariable UUID id, @RequestParam String to) {
        return moving.preview(id, to);
    }

    @PostMapping("/move")
    @PreAuthorize("@access.may('MOVE_ASSESSMENT', 'assessment', #id)")
    public MoveResult move(@PathVariable UUID id, @Valid @RequestBody MoveRequest request) {
        var scored = moving.move(id, request.to(), request.hash(), request.revision());
        var assessment = scored.assessment();
        var key = scored.instrument().key();
        return new MoveResult(
                id,
                assessment.revision(),
                key.id(),
                key.version(),
                Standing.of(scored.instrument(), scored.sheet()).totals());
    }

    /** The moves that were made, the latest first. */
    @GetMapping("/moves")
    @PreAuthorize("@access.may('SEE_ASSESSMENT', 'assessment', #id)")
    public List<MoveBody> moves(@PathVariable UUID id) {
        var moves = assessments
                .findById(id)
                .orElseThrow(() -> new NotThere("assessment", id))
                .moves();
        var names = people.byIds(moves.stream()
                .flatMap(it ->
                        Stream.concat(Stream.of(it.by()), it.lost().stream().map(Answer::by)))
                .collect(toSet()));
        return moves.stream()
                .sorted(comparing(Moved::at).reversed())
                .map(it -> MoveBody.of(it, names))
                .toList();
    }
}
