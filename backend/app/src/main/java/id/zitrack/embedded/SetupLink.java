package id.zitrack.embedded;

import id.zitrack.identity.FirstAdministrator;
import id.zitrack.platform.ConditionalOnSetting;
import id.zitrack.platform.PublicAddress;
import id.zitrack.platform.Settings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The one-time link with which the first administrator sets up the installation, as long as there is none.
 *
 * <p>It is printed on the console of whoever started the server, lives in memory, and changes with every start.
 */
@Component
@ConditionalOnSetting(value = "zitrack.oidc.issuer", empty = true)
class SetupLink {
    private final ObjectProvider<FirstAdministrator> administrator;
    private final PublicAddress address;
    private final Settings settings;
    private final OneTimeSecret secret = OneTimeSecret.fresh();

    SetupLink(ObjectProvider<FirstAdministrator> administrator, PublicAddress address, Settings settings) {
        this.administrator = administrator;
        this.address = address;
        this.settings = settings;
    }

    @EventListener
    void print(ApplicationReadyEvent started) {
        if (isNeeded() && !settings.demo()) {
            System.out.println("Buat administrator pertama di: " + address.own() + "/pemasangan/" + secret.value());
        }
    }

    boolean opens(String offered) {
        return MessageDigest.isEqual(
                        offered.getBytes(StandardCharsets.UTF_8), secret.value().getBytes(StandardCharsets.UTF_8))
                && isNeeded();
    }

    void create(String institution, String name, String email, String username) {
        administrator.getObject().create(institution, name, email, username);
    }

    private boolean isNeeded() {
        var known = administrator.getIfAvailable();
        return known != null && known.isNeeded();
    }
}
