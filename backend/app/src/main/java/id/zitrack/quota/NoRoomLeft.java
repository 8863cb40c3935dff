package id.zitrack.quota;

import id.zitrack.platform.DomainProblem;
import java.util.Map;

/** The institution's files have reached what it allows them together. */
final class NoRoomLeft extends DomainProblem {
    NoRoomLeft(long limit, long used) {
        super(
                "no-room-left",
                413,
                "The institution keeps " + used + " of " + limit + " bytes already.",
                Map.of("limit", limit, "used", used));
    }
}
