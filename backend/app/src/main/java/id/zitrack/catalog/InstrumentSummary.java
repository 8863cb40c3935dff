package id.zitrack.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An instrument in the list of instruments.
 *
 * @param own whether the caller's institution made it
 * @param retired whether it is no longer offered for new periods
 * @param retirementReason why it is not
 */
record InstrumentSummary(
        String id,
        String version,
        String title,
        String regulation,
        int questions,
        String hash,
        boolean own,
        boolean retired,
        @Nullable String retirementReason,
        Instant publishedAt) {

    static InstrumentSummary of(Publication publication, @Nullable Retirement retirement, String language) {
        var instrument = publication.instrument();
        return new InstrumentSummary(
                instrument.key().id(),
                instrument.key().version(),
                instrument.title().in(language),
                instrument.regulation().name(),
                instrument.questions().size(),
                instrument.hash(),
                publication.institutionId() != null,
                retirement != null,
                retirement == null ? null : retirement.reason(),
                publication.publishedAt());
    }
}
