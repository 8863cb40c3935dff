package id.zitrack.assessment;

import java.util.List;

/** What the answers are worth now. */
record ResultBody(
        ScoreMaps scores,
        GateView.Both gates,
        List<ProgressBody> progress,
        List<Warning> warnings,
        int answered,
        int total) {

    static ResultBody of(Scored scored) {
        var sheet = scored.sheet();
        return new ResultBody(
                ScoreMaps.of(sheet),
                GateView.of(sheet),
                ProgressBody.of(scored),
                Warning.of(sheet),
                sheet.answered(),
                sheet.total());
    }

    /** How far one area is filled. */
    record ProgressBody(String area, int answered, int total) {
        static List<ProgressBody> of(Scored scored) {
            return scored.instrument().areas().stream()
                    .map(area -> {
                        var progress = scored.sheet().progress(area);
                        return new ProgressBody(area.code(), progress.answered(), progress.total());
                    })
                    .toList();
        }
    }
}
