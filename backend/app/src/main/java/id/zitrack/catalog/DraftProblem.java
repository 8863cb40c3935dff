package id.zitrack.catalog;

import id.zitrack.instrument.InstrumentInvalid;
import java.util.List;

/**
 * One thing to repair, in Indonesian.
 *
 * @param code code of the node, or the key concerned; empty where there is none
 * @param line line of the YAML file, or row of the workbook; 0 where the whole is meant
 */
record DraftProblem(String code, int line, String message) {

    static List<DraftProblem> of(List<InstrumentInvalid.Problem> problems) {
        return problems.stream()
                .map(it -> new DraftProblem(it.code(), it.line(), it.message()))
                .toList();
    }
}
