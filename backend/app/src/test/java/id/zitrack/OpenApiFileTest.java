package id.zitrack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The committed description of the API is the one the application gives. */
@ZiTrackTest
class OpenApiFileTest {
    private static final Path FILE = Path.of("../../docs/api/openapi.yaml");

    @Autowired
    private TestPeople people;

    @Test
    void committedDescriptionIsCurrent() throws IOException {
        var current =
                people.nobody().get("/api/openapi.yaml").expect(200).text().stripTrailing() + "\n";
        if (Boolean.getBoolean("zitrack.openapi.write")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, current);
        }

        assertThat(Files.readString(FILE))
                .as("write it anew: mvn -pl backend/app -am test -Dtest=OpenApiFileTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -DskipITs -Dzitrack.openapi.write=true")
                .isEqualTo(current);
    }
}
