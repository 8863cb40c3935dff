package id.zitrack.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Short-lived tickets for downloads, which a browser starts without an access token.
 *
 * <p>A ticket is 256 random bits, stored only as a hash, lasts five minutes, and opens one thing for one person.
 */
@Component
public class DownloadTickets {
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final MongoTemplate mongo;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    DownloadTickets(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /**
     * Issues a ticket to the caller.
     *
     * @param kind a {@link Download#kind()}
     * @param what handed to {@link Download#open(String)}
     * @return the address to open, relative to the server
     */
    public String issue(String kind, String what) {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken caller)) {
            throw new IllegalStateException("Tickets are for signed-in people");
        }
        var now = clock.instant();
        mongo.remove(Query.query(Criteria.where("until").lt(now)), Ticket.class);
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        mongo.insert(new Ticket(hash(ticket), kind, what, claimsOf(caller.getToken()), now.plus(LIFETIME)));
        return "/api/downloads/" + ticket;
    }

    /** What a ticket opens, and for whom. */
    Ticket redeem(String ticket) {
        var found = mongo.findById(hash(ticket), Ticket.class);
        if (found == null || found.until().isBefore(clock.instant())) {
            throw new NotThere("download", "with this ticket");
        }
        return found;
    }

    private static Map<String, Object> claimsOf(Jwt token) {
        var claims = new LinkedHashMap<String, Object>();
        for (var name : new String[] {"iss", "sub", "name", "email", "email_verified"}) {
            var value = token.getClaims().get(name);
            if (value != null) {
                claims.put(name, value instanceof Boolean ? value : value.toString());
            }
        }
        return claims;
    }

    private static String hash(String ticket) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(ticket.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A ticket as it is stored: its hash, and the claims of the person it was issued to. */
    @Document("downloadTickets")
    @CompoundIndex(def = "{'until': 1}")
    record Ticket(@Id String hash, String kind, String what, Map<String, Object> claims, Instant until) {

        JwtAuthenticationToken person() {
            var token = Jwt.withTokenValue("download-ticket").header("alg", "none");
            claims.forEach(token::claim);
            return new JwtAuthenticationToken(token.build(), java.util.List.of());
        }
    }
}
