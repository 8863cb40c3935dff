package id.zitrack.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a {@link WrongSetting}, however deep it is wrapped, into the one sentence an administrator needs. */
final class WrongSettingAnalyzer extends AbstractFailureAnalyzer<WrongSetting> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, WrongSetting cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()), "Perbaiki " + cause.setting() + " (docs/production.md).", cause);
    }
}
