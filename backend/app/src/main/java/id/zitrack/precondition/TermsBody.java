package id.zitrack.precondition;

import id.zitrack.instrument.Award;
import id.zitrack.instrument.Precondition;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * What is asked in one period, as clients read it.
 *
 * @param revision for {@code If-Match}
 */
record TermsBody(
        String instrumentId,
        String instrumentVersion,
        String instrumentTitle,
        List<AskedPrecondition> wbk,
        List<AskedPrecondition> wbbm,
        long revision) {

    /**
     * One precondition of an award.
     *
     * @param scope {@code institution} or {@code unit}
     * @param kind {@code choice}, {@code text} or {@code yes-no}
     * @param acceptedByInstrument the values that the instrument accepts
     * @param accepted the values that this period accepts; empty where people judge
     * @param peopleJudge whether whoever records a value says if that fulfils it
     * @param verified false while no source was found for the demand
     */
    record AskedPrecondition(
            String id,
            String label,
            String scope,
            String kind,
            List<String> choices,
            List<String> acceptedByInstrument,
            List<String> accepted,
            boolean asked,
            boolean peopleJudge,
            @Nullable String source,
            boolean verified,
            @Nullable String note) {}

    static TermsBody of(Asked asked) {
        var instrument = asked.instrument();
        return new TermsBody(
                instrument.key().id(),
                instrument.key().version(),
                instrument.title().in(language()),
                of(asked, Award.WBK),
                of(asked, Award.WBBM),
                asked.terms().revision());
    }

    private static List<AskedPrecondition> of(Asked asked, Award award) {
        return asked.instrument().preconditions(award).stream()
                .map(it -> of(asked, award, it))
                .toList();
    }

    private static AskedPrecondition of(Asked asked, Award award, Precondition it) {
        var source = it.source();
        var note = it.note();
        return new AskedPrecondition(
                it.id(),
                it.label().in(language()),
                key(it.scope()),
                key(it.kind()),
                it.choices(),
                it.accepted(),
                asked.terms().accepted(award, it),
                asked.terms().asks(award, it),
                asked.peopleJudge(it),
                source == null ? null : source.in(language()),
                it.verified(),
                note == null ? null : note.in(language()));
    }

    static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String language() {
        return LocaleContextHolder.getLocale().getLanguage();
    }
}
