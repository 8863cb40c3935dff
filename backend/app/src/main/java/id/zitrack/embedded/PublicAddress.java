package id.zitrack.embedded;

import id.zitrack.platform.Settings;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The address under which this server is reached: by the current request, or by its own settings outside one. */
@Component
class PublicAddress {
    private final Settings settings;
    private final String host;
    private final AtomicInteger port = new AtomicInteger();

    PublicAddress(Settings settings, Environment environment) {
        this.settings = settings;
        this.host = environment.getProperty("server.address", "127.0.0.1");
    }

    @EventListener
    void opened(WebServerInitializedEvent event) {
        port.set(event.getWebServer().getPort());
    }

    String current() {
        if (!settings.publicUrl().isBlank()) {
            return settings.publicUrl().replaceAll("/+$", "");
        }
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes) {
            return ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        }
        return own();
    }

    /** The address to print: a server that listens everywhere is reached on this machine by its loopback name. */
    String own() {
        var name = host.equals("127.0.0.1") || host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
        return "http://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + port.get();
    }
}
