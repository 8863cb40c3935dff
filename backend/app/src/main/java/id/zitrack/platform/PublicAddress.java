package id.zitrack.platform;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The address under which this server is reached: by the current request, or by its own settings outside one. */
@Component
public class PublicAddress {
    private final Settings settings;
    private final String host;
    private final AtomicInteger port = new AtomicInteger();

    PublicAddress(Settings settings, Environment environment) {
        this.settings = settings;
        this.host = environment.getProperty("server.address", "127.0.0.1");
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void print(ApplicationReadyEvent started) {
        System.out.println("ZITrack berjalan di " + own() + " (Ctrl-C untuk berhenti)");
    }

    @EventListener
    void opened(WebServerInitializedEvent event) {
        port.set(event.getWebServer().getPort());
    }

    /** The address as the caller of the current request sees it. */
    public String current() {
        if (!settings.publicUrl().isBlank()) {
            return settings.publicUrl().replaceAll("/+$", "");
        }
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes) {
            return ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        }
        return own();
    }

    /** The address to print: a server that listens everywhere is reached on this machine by its loopback name. */
    public String own() {
        var name = host.equals("127.0.0.1") || host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
        return "http://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + port.get();
    }
}
