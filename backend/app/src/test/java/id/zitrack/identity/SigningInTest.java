package id.zitrack.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import id.zitrack.ZiTrackTest;
import id.zitrack.organization.FoundingInstitution;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.data.mongodb.repository.support.MongoRepositoryFactory;
import org.springframework.security.oauth2.jwt.Jwt;

/** Signing in to an installation without people, each time in a database of its own. */
@ZiTrackTest
class SigningInTest {
    private static final String BOSS = "kepala@instansi.test";

    @Autowired
    private MongoClient client;

    @Autowired
    private MongoConverter converter;

    @Autowired
    private FoundingInstitution founding;

    private MongoTemplate mongo;
    private People people;
    private Claims claims;
    private FirstAdministrator firstAdministrator;
    private SigningIn signingIn;

    @BeforeEach
    void emptyInstallation() {
        mongo = new MongoTemplate(
                new SimpleMongoClientDatabaseFactory(client, "masuk-" + UUID.randomUUID()), converter);
        var repositories = new MongoRepositoryFactory(mongo);
        people = repositories.getRepository(People.class);
        claims = new Claims(mongo, Clock.systemUTC());
        firstAdministrator = new AppointingFirstAdministrator(founding, people, claims, new Administrators(mongo));
        signingIn = new SigningIn(
                people,
                repositories.getRepository(Logins.class),
                claims,
                firstAdministrator,
                " Kepala@Instansi.test ",
                mongo,
                Clock.systemUTC());
    }

    @Test
    void theNamedEmailBecomesTheFirstAdministrator() {
        var person = signingIn.personOf(token("sub-1", BOSS, true));

        assertThat(person.roles()).containsExactly(Role.INSTITUTION_ADMIN);
        assertThat(firstAdministrator.isNeeded()).isFalse();
    }

    @Test
    void manyRequestsOfTheFirstSignInMakeOneAdministrator() {
        var ids = IntStream.range(0, 8)
                .parallel()
                .mapToObj(it -> signingIn.personOf(token("sub-1", BOSS, true)).id())
                .toList();

        assertThat(ids).containsOnly(ids.get(0));
        assertThat(people.findAll()).hasSize(1);
    }

    @Test
    void theNamedEmailMustBeVerified() {
        assertThatThrownBy(() -> signingIn.personOf(token("sub-1", BOSS, false)))
                .isInstanceOf(PersonUnknown.class);
        assertThat(people.findAll()).isEmpty();
    }

    @Test
    void theNamedEmailBecomesNothingWhereSomebodyAdministersAlready() {
        firstAdministrator.create("Kabupaten", "Orang Lain", "lain@instansi.test");

        assertThatThrownBy(() -> signingIn.personOf(token("sub-1", BOSS, true))).isInstanceOf(PersonUnknown.class);
    }

    @Test
    void thereIsOnlyOneFirstAdministrator() {
        firstAdministrator.create("Kabupaten", "Orang Lain", "lain@instansi.test");

        assertThatThrownBy(() -> firstAdministrator.create("Kabupaten", "Lain Lagi", "lagi@instansi.test"))
                .isInstanceOf(FirstAdministratorNotNeeded.class);
    }

    @Test
    void aPersonIsFoundByVerifiedEmailTheFirstTimeAndByAccountAfterwards() {
        var entered = enter("sari@instansi.test");

        assertThat(signingIn
                        .personOf(token("sub-1", "SARI@instansi.test", true))
                        .id())
                .isEqualTo(entered.id());
        assertThat(signingIn
                        .personOf(token("sub-1", "berubah@instansi.test", false))
                        .id())
                .isEqualTo(entered.id());
    }

    @Test
    void anUnverifiedEmailFindsNobody() {
        enter("sari@instansi.test");

        assertThatThrownBy(() -> signingIn.personOf(token("sub-1", "sari@instansi.test", false)))
                .isInstanceOf(PersonUnknown.class);
        assertThatThrownBy(() -> signingIn.personOf(jwt(Map.of("iss", "https://sso", "sub", "sub-1"))))
                .isInstanceOf(PersonUnknown.class);
    }

    @Test
    void theSameSubjectOfAnotherIssuerIsSomebodyElse() {
        enter("sari@instansi.test");
        signingIn.personOf(token("sub-1", "sari@instansi.test", true));

        assertThatThrownBy(() -> signingIn.personOf(jwt(Map.of("iss", "https://lain", "sub", "sub-1"))))
                .isInstanceOf(PersonUnknown.class);
    }

    @Test
    void anEmailThatMovedOnFindsItsNewPerson() {
        var leaver = enter("kepegawaian@instansi.test");
        leaver.describe(profile("pindah@instansi.test", "lama"));
        people.save(leaver);
        var successor = enter("lain@instansi.test");
        successor.describe(profile("kepegawaian@instansi.test", "baru"));
        people.save(successor);
        claims.release(Claims.email("kepegawaian@instansi.test"), leaver.id());
        claims.claim(Claims.email("kepegawaian@instansi.test"), successor.id());

        assertThat(signingIn
                        .personOf(token("sub-2", "kepegawaian@instansi.test", true))
                        .id())
                .isEqualTo(successor.id());
    }

    @Test
    void aClaimThatACrashLeftBehindIsTakenOverAfterAWhile() {
        var crashed = UUID.randomUUID();
        var later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(2));
        var name = Claims.email("sari@instansi.test");
        claims.claim(name, crashed);

        assertThat(claims.claim(name, UUID.randomUUID())).isFalse();
        assertThat(new Claims(mongo, later).claim(name, UUID.randomUUID())).isTrue();
    }

    @Test
    void aClaimThatItsPersonBearsOutIsNeverTakenOver() {
        enter("sari@instansi.test");
        var later = new Claims(mongo, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(2)));

        assertThat(later.claim(Claims.email("sari@instansi.test"), UUID.randomUUID()))
                .isFalse();
        assertThat(later.claim(Claims.username("sari@instansi.test"), UUID.randomUUID()))
                .isFalse();
    }

    private Person enter(String email) {
        var id = UUID.randomUUID();
        claims.claim(Claims.email(email), id);
        claims.claim(Claims.username(email), id);
        return people.save(new Person(id, UUID.randomUUID(), profile(email, email)));
    }

    private static Person.Profile profile(String email, String username) {
        return new Person.Profile("Orang Uji", email, username, true, null, List.of());
    }

    private static Jwt token(String subject, String email, boolean verified) {
        return jwt(
                Map.of("iss", "https://sso.instansi.test", "sub", subject, "email", email, "email_verified", verified));
    }

    private static Jwt jwt(Map<String, Object> claims) {
        return Jwt.withTokenValue("token")
                .header("alg", "none")
                .claims(it -> it.putAll(claims))
                .build();
    }
}
