package id.zitrack.organization;

import id.zitrack.platform.DomainProblem;

/** A period can only use an instrument that is published. */
final class InstrumentNotPublished extends DomainProblem {
    InstrumentNotPublished(String id, String version) {
        super("instrument-not-published", 409, "There is no published instrument " + id + "@" + version + ".");
    }
}
