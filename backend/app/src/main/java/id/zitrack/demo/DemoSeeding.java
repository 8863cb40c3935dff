package id.zitrack.demo;

import id.zitrack.embedded.LocalAccounts;
import id.zitrack.identity.FirstAdministrator;
import id.zitrack.platform.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Fills an empty installation with the demo, in the background, once the server answers. */
@Component
@ConditionalOnProperty("zitrack.demo")
class DemoSeeding {
    private static final Logger log = LoggerFactory.getLogger(DemoSeeding.class);

    private final FirstAdministrator administrator;
    private final LocalAccounts accounts;
    private final Settings settings;
    private final Environment environment;
    private final Clock clock;

    DemoSeeding(
            FirstAdministrator administrator,
            LocalAccounts accounts,
            Settings settings,
            Environment environment,
            Clock clock) {
        this.administrator = administrator;
        this.accounts = accounts;
        this.settings = settings;
        this.environment = environment;
        this.clock = clock;
    }

    @EventListener
    void seed(ApplicationReadyEvent started) {
        if (!administrator.isNeeded()) {
            if (Files.exists(mark())) {
                System.out.println(
                        "Pengisian data peragaan terputus pada penyalaan sebelumnya, jadi datanya belum lengkap. "
                                + "Untuk mengulang, hentikan ZITrack, hapus folder " + settings.dataFolder()
                                + ", lalu nyalakan lagi.");
            }
            return;
        }
        var seeding = new Thread(this::fill, "demo");
        seeding.setDaemon(true);
        seeding.start();
    }

    private void fill() {
        try {
            long begun = clock.millis();
            Files.createDirectories(settings.dataFolder());
            Files.writeString(mark(), "Data peragaan sedang diisi.\n");
            var port = environment.getRequiredProperty("local.server.port");
            var api = new DemoApi("http://" + host() + ":" + port, accounts);
            var count = new Regency(api, administrator, accounts, clock).fill();
            Files.deleteIfExists(mark());
            System.out.println("Data peragaan lengkap: " + count + " berkas bukti, " + (clock.millis() - begun) / 1000
                    + " detik.");
        } catch (IOException | RuntimeException e) {
            log.error("The demo could not be filled", e);
            System.out.println("Data peragaan tidak dapat diisi seluruhnya; yang sudah masuk tetap dapat dipakai.");
        }
    }

    /** Everybody listens on loopback unless told another address. */
    private String host() {
        var address = environment.getProperty("server.address", "127.0.0.1");
        return address.equals("0.0.0.0") || address.equals("::") ? "127.0.0.1" : address;
    }

    private Path mark() {
        return settings.dataFolder().resolve("peragaan-belum-lengkap.txt");
    }
}
