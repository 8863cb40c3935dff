package id.zitrack;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Starts the ZITrack server. */
@Modulithic(systemName = "ZITrack", sharedModules = "platform")
@SpringBootApplication
public class ZiTrackApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ZiTrackApplication.class, arguments);
    }
}
