package id.zitrack;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/** Starts the ZITrack server. */
@Modulithic(systemName = "ZITrack", sharedModules = "platform")
// Rooms may use the same class name, so beans are named in full.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class ZiTrackApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ZiTrackApplication.class, arguments);
    }
}
