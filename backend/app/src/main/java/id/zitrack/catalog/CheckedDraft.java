package id.zitrack.catalog;

import id.zitrack.instrument.InstrumentSource;

/** A draft with what it says and what is wrong with it. */
record CheckedDraft(InstrumentDraft draft, InstrumentSource source, DraftCheck check) {}
