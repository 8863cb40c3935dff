package id.zitrack.precondition;

import id.zitrack.instrument.Award;
import java.util.List;

/** The preconditions of both awards that a period asks for, as they stand for one unit. */
public record JudgedPreconditions(List<JudgedPrecondition> wbk, List<JudgedPrecondition> wbbm) {

    public List<JudgedPrecondition> of(Award award) {
        return award == Award.WBK ? wbk : wbbm;
    }
}
