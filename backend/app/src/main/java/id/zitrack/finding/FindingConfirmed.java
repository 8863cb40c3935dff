package id.zitrack.finding;

import id.zitrack.platform.DomainProblem;
import java.util.UUID;

/** The assessors confirmed it, so that nothing of it changes any more. */
final class FindingConfirmed extends DomainProblem {
    FindingConfirmed(UUID id) {
        super("finding-confirmed", 409, "Finding " + id + " is confirmed and can no longer change.");
    }
}
