package id.zitrack.organization;

import id.zitrack.platform.DomainProblem;

/** The institution no longer offers this instrument for new periods. */
final class InstrumentRetired extends DomainProblem {
    InstrumentRetired(String id, String version) {
        super("instrument-retired", 409, "The instrument " + id + "@" + version + " is no longer offered.");
    }
}
