package id.zitrack.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.TestPeople;
import id.zitrack.ZiTrackTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ZiTrackTest
class ConfigurationTest {
    @Autowired
    private TestPeople people;

    @Test
    void tellsHowToSignInWithoutAToken() {
        var answer = people.nobody().get("/api/configuration").expect(200).json();

        assertThat(answer.path("issuer").asString()).isEqualTo(people.origin());
        assertThat(answer.path("clientId").asString()).isEqualTo("zitrack-web");
        assertThat(answer.path("localAccounts").asBoolean()).isTrue();
        assertThat(answer.path("demo").asBoolean()).isFalse();
        assertThat(answer.path("maxUploadBytes").asLong()).isEqualTo(100_000_000L);
    }

    @Test
    void apiAsksForAToken() {
        var answer = people.nobody().get("/api/me");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("sign-in-required");
    }
}
