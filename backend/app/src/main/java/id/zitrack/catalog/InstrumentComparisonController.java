package id.zitrack.catalog;

import id.zitrack.identity.CurrentPerson;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.InstrumentComparison;
import id.zitrack.instrument.InstrumentComparison.Change;
import id.zitrack.instrument.InstrumentKey;
import id.zitrack.platform.InvalidRequest;
import id.zitrack.platform.NotThere;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Compares two instruments, published or drafts. */
@RestController
class InstrumentComparisonController {
    private static final String DRAFT = "draft:";

    private final Catalog catalog;
    private final EditingDrafts editing;
    private final CurrentPerson current;

    InstrumentComparisonController(Catalog catalog, EditingDrafts editing, CurrentPerson current) {
        this.catalog = catalog;
        this.editing = editing;
        this.current = current;
    }

    /** What changed from one instrument to another. */
    record ComparisonBody(ComparedInstrument from, ComparedInstrument to, List<InstrumentChange> changes) {}

    record ComparedInstrument(String title, String ref) {}

    /**
     * One change, in Indonesian.
     *
     * @param code code of the node, award and gate as {@code wbk/total}, empty for the instrument itself
     * @param field what changed; {@code ada} for something that came or went
     * @param before null where it is new
     * @param after null where it went
     */
    record InstrumentChange(
            String code,
            String field,
            @Nullable String before,
            @Nullable String after) {

        static InstrumentChange of(Change change) {
            return new InstrumentChange(change.code(), change.field(), change.before(), change.after());
        }
    }

    @Operation(
            summary = "What changed from one instrument to another;"
                    + " each is named as id@version, or draft: with the id of a draft")
    @GetMapping("/api/instrument-comparison")
    @PreAuthorize("@access.may('MANAGE_INSTRUMENTS')")
    ComparisonBody compare(@RequestParam String from, @RequestParam String to, Locale language) {
        var before = instrument("from", from, language);
        var after = instrument("to", to, language);
        return new ComparisonBody(
                new ComparedInstrument(before.title().in(language.toLanguageTag()), from),
                new ComparedInstrument(after.title().in(language.toLanguageTag()), to),
                InstrumentComparison.compare(before, after).stream()
                        .map(InstrumentChange::of)
                        .toList());
    }

    private Instrument instrument(String parameter, String reference, Locale language) {
        if (reference.startsWith(DRAFT)) {
            var check = editing.checked(draftId(reference)).check();
            var instrument = check.instrument();
            if (instrument == null) {
                throw new InstrumentNotPublishable(check, language.toLanguageTag());
            }
            return instrument;
        }
        int at = reference.indexOf('@');
        if (at < 0) {
            throw new InvalidRequest(parameter, "must be id@version, or draft: with the id of a draft");
        }
        var key = new InstrumentKey(reference.substring(0, at), reference.substring(at + 1));
        return catalog.publication(key, current.institutionId())
                .orElseThrow(() -> new NotThere("instrument", key))
                .instrument();
    }

    private static UUID draftId(String reference) {
        var id = reference.substring(DRAFT.length());
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new NotThere("instrument draft", id);
        }
    }
}
