package id.zitrack.platform;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the screens, before anybody signs in, how to sign in and what this installation can do. */
@RestController
class ConfigurationController {
    private final Settings settings;
    private final SignIn signIn;

    ConfigurationController(Settings settings, SignIn signIn) {
        this.settings = settings;
        this.signIn = signIn;
    }

    @GetMapping("/api/configuration")
    @PreAuthorize("permitAll()")
    Configuration configuration() {
        return new Configuration(
                signIn.issuer(),
                signIn.clientId(),
                settings.demo(),
                settings.clamd().isOn(),
                signIn.isLocal(),
                settings.upload().maxSize().toBytes());
    }

    /**
     * What the screens need to know first.
     *
     * @param malwareScan whether uploads are scanned for malware
     * @param localAccounts whether this installation keeps the accounts itself
     */
    record Configuration(
            String issuer,
            String clientId,
            boolean demo,
            boolean malwareScan,
            boolean localAccounts,
            long maxUploadBytes) {}
}
