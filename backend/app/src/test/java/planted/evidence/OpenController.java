package planted.evidence;

import com.mongodb.client.MongoClient;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Public, unguarded, on the driver, and with a time of its own. */
@RestController
public class OpenController {
    @Nullable
    MongoClient client;

    @GetMapping("/api/open")
    Instant open() {
        return Instant.now();
    }
}
