package id.zitrack.catalog;

import id.zitrack.instrument.Crosswalk;
import id.zitrack.instrument.InstrumentKey;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which questions of two instruments the same evidence can prove. */
@RestController
@RequestMapping("/api/crosswalks")
class CrosswalkController {
    private final CrosswalkCatalog crosswalks;

    CrosswalkController(CrosswalkCatalog crosswalks) {
        this.crosswalks = crosswalks;
    }

    /** A crosswalk in the language of the request. */
    record CrosswalkBody(
            InstrumentRef from, InstrumentRef to, @Nullable String note, List<PairBody> pairs) {}

    /** An instrument by id and version. */
    record InstrumentRef(String id, String version) {
        static InstrumentRef of(InstrumentKey key) {
            return new InstrumentRef(key.id(), key.version());
        }
    }

    /** A pair; codes of groups stand for all their questions. */
    record PairBody(
            String from,
            List<String> to,
            Crosswalk.Match match,
            @Nullable String note) {}

    @GetMapping
    @PreAuthorize("@access.may('SEE_ORGANIZATION')")
    List<CrosswalkBody> list(Locale locale) {
        var language = locale.toLanguageTag();
        return crosswalks.all().stream().map(it -> body(it, language)).toList();
    }

    private static CrosswalkBody body(Crosswalk crosswalk, String language) {
        var note = crosswalk.note();
        return new CrosswalkBody(
                InstrumentRef.of(crosswalk.from()),
                InstrumentRef.of(crosswalk.to()),
                note == null ? null : note.in(language),
                crosswalk.pairs().stream().map(it -> body(it, language)).toList());
    }

    private static PairBody body(Crosswalk.Pair pair, String language) {
        var note = pair.note();
        return new PairBody(pair.from(), pair.to(), pair.match(), note == null ? null : note.in(language));
    }
}
