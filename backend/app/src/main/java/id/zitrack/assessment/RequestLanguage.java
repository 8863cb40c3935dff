package id.zitrack.assessment;

import org.springframework.context.i18n.LocaleContextHolder;

/** The language of the request, for labels of instruments. */
final class RequestLanguage {
    private RequestLanguage() {}

    static String get() {
        return LocaleContextHolder.getLocale().getLanguage();
    }
}
