package id.zitrack.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.zitrack.platform.Facts;
import id.zitrack.platform.Recorded;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Persistable;
import org.springframework.data.mongodb.core.mapping.Document;

/** Which person an account of the identity provider is. */
@Document("logins")
record Login(@Id String id, UUID personId) implements Persistable<String>, Recorded {

    /** The key of an account: issuer and subject belong together, either alone means nothing. */
    static String key(String issuer, String subject) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest((issuer + "|" + subject).getBytes(UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public List<Facts> facts() {
        return List.of(Facts.about("login", personId).say("account", id));
    }

    @Override
    public String getId() {
        return id;
    }

    /** A login is written once; a second one under the same key is refused by the store. */
    @Override
    public boolean isNew() {
        return true;
    }
}
