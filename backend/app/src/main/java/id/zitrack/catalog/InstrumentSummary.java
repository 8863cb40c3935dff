package id.zitrack.catalog;

import id.zitrack.instrument.Instrument;

/** An instrument in the list of instruments. */
record InstrumentSummary(String id, String version, String title, String regulation, int questions, String hash) {

    static InstrumentSummary of(Instrument instrument, String language) {
        return new InstrumentSummary(
                instrument.key().id(),
                instrument.key().version(),
                instrument.title().in(language),
                instrument.regulation().name(),
                instrument.questions().size(),
                instrument.hash());
    }
}
