package id.zitrack.storage;

import id.zitrack.platform.DomainProblem;

/** Where a scanner is set up, no file gets past it, however long it is silent. */
final class ScannerIsOn extends DomainProblem {
    ScannerIsOn() {
        super("scanner-is-on", 409, "Files wait for the scanner that is set up.");
    }
}
