package id.zitrack.assessment;

import id.zitrack.instrument.Award;
import id.zitrack.platform.InvalidRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why a sheet has its scores, what would lift it over the gates, and what if some answers were others. */
@RestController
@RequestMapping("/api/assessments/{id}")
class ScoreController {
    private final ReadingScores reading;

    ScoreController(ReadingScores reading) {
        this.reading = reading;
    }

    record WhatIfRequest(@NotNull @Size(max = 1000) List<@NotNull @Valid TriedAnswer> answers) {}

    /** How the scores of a node came about by the unit's answers; {@code TOTAL} is the whole sheet. */
    @GetMapping("/explanation")
    @PreAuthorize("@access.may('SEE_ASSESSMENT', 'assessment', #id)")
    public ExplanationBody explain(@PathVariable UUID id, @RequestParam String node) {
        return reading.explain(id, node);
    }

    /** The smallest effort that lifts the unit over every gate of an award, {@code wbk} or {@code wbbm}. */
    @GetMapping("/cheapest-path")
    @PreAuthorize("@access.may('SEE_ASSESSMENT', 'assessment', #id)")
    public PathBody cheapestPath(
            @PathVariable UUID id,
            @RequestParam String award,
            @RequestParam(required = false) @Nullable Set<String> outOfReach) {
        return reading.cheapestPath(id, awardOf(award), outOfReach == null ? Set.of() : outOfReach);
    }

    /** What the sheet would be worth with other answers; stores nothing, so it may be asked at every stage. */
    @PostMapping("/what-if")
    @PreAuthorize("@access.may('SEE_ASSESSMENT', 'assessment', #id)")
    public ResultBody whatIf(@PathVariable UUID id, @Valid @RequestBody WhatIfRequest request) {
        return ResultBody.of(reading.tryAnswers(id, request.answers()));
    }

    private static Award awardOf(String key) {
        return Arrays.stream(Award.values())
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new InvalidRequest("award", "Pilih wbk atau wbbm."));
    }
}
