package id.zitrack.evidence;

import id.zitrack.guess.Guess.Certainty;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a file on somebody's computer seems to be; a person confirms it.
 *
 * @param code the question it seems to prove; null where nothing points to one
 * @param others further questions that come into question, the likeliest first
 * @param docType kind of document as a slug
 * @param date the one day its name gives
 * @param leaveOut why it is better left out, as a slug
 * @param existing the evidence of the unit that has this very file already
 * @param sameAs the place of an earlier file of the request with the same content
 */
record Proposal(
        String path,
        @Nullable String code,
        Certainty certainty,
        List<String> others,
        String title,
        @Nullable String docType,
        @Nullable LocalDate date,
        @Nullable String leaveOut,
        @Nullable Existing existing,
        @Nullable Integer sameAs) {

    /**
     * Evidence the unit has.
     *
     * @param codes the questions of the assessment it proves already
     */
    record Existing(UUID id, String title, List<String> codes) {}
}
