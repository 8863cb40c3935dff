package id.zitrack.platform;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says on standard error why the application did not start, without a stack trace around it. */
final class StartUpFailureReporter implements FailureAnalysisReporter {
    @Override
    public void report(FailureAnalysis analysis) {
        System.err.println("ZITrack tidak dapat dijalankan. " + oneLine(analysis.getDescription()));
        if (analysis.getAction() != null && !(analysis.getCause() instanceof WrongSetting)) {
            System.err.println(oneLine(analysis.getAction()));
        }
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
