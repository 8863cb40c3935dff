package id.zitrack.storage;

import id.zitrack.platform.DomainProblem;

/** Without a scanner nothing can be scanned. */
final class ScannerIsOff extends DomainProblem {
    ScannerIsOff() {
        super("scanner-is-off", 409, "No malware scanner is set up.");
    }
}
