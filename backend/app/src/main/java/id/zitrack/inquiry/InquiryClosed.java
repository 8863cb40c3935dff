package id.zitrack.inquiry;

import id.zitrack.platform.DomainProblem;
import java.util.Map;
import java.util.UUID;

/** It was answered or taken back already. */
final class InquiryClosed extends DomainProblem {
    InquiryClosed(UUID id, Inquiry.State state) {
        super(
                "inquiry-closed",
                409,
                "Inquiry " + id + " is " + state + " and can no longer change.",
                Map.of("state", state.name()));
    }
}
