package id.zitrack.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.ServerAddress;
import id.zitrack.TestApi;
import id.zitrack.TestPeople;
import id.zitrack.ZiTrackTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.UncategorizedMongoDbException;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** What clients are told when something goes wrong. */
@ZiTrackTest
class ProblemHandlerTest {
    @Autowired
    private TestPeople people;

    @Autowired
    private ProblemHandler handler;

    @Test
    void brokenJsonNamesNoClassOfOurs() {
        var answer = people.administrator().post("/api/units", "{\"name\": ");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-request");
        assertThat(answer.text()).doesNotContain("zitrack").doesNotContain("jackson");
    }

    @Test
    void fieldOfTheWrongKindIsNamed() {
        var answer = people.administrator().post("/api/units", "{\"name\": \"A\", \"parentId\": \"no id\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo("parentId");
    }

    @Test
    void missingFieldIsNamed() {
        var answer = people.administrator().post("/api/units", Map.of());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo("name");
    }

    @Test
    void unknownIdAndIdThatCannotBeOneAreBothNotThere() {
        assertThat(people.administrator()
                        .get("/api/assessments/{id}", UUID.randomUUID())
                        .problem())
                .isEqualTo("not-there");
        assertThat(people.administrator().get("/api/assessments/{id}", "abc").problem())
                .isEqualTo("not-there");
    }

    @Test
    void wrongMethodAndUnknownPathAreToldApart() {
        assertThat(people.administrator().delete("/api/me").problem()).isEqualTo("method-not-allowed");
        assertThat(people.administrator().get("/api/nothing").problem()).isEqualTo("not-there");
    }

    @Test
    void otherContentTypeIsRefused() {
        var answer = people.administrator()
                .send("POST", "/api/units", BodyPublishers.ofString("a=b"), Map.of("Content-Type", "text/plain"));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.problem()).isEqualTo("type-not-supported");
    }

    @Test
    void editWithoutRevisionIsRefused() {
        var answer = people.administrator().put("/api/institution", null, Map.of("name", "Kabupaten Lain"));

        assertThat(answer.status()).isIn(400, 428);
    }

    @Test
    void jsonThatIsTooLargeIsRefused() {
        var answer = people.administrator().post("/api/units", "{\"name\": \"" + "x".repeat(3_000_000) + "\"}");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("too-large");
        assertThat(answer.json().path("limit").asLong()).isEqualTo(2L * 1024 * 1024);
    }

    @Test
    void brokenTokenIsNotAnError() {
        var answer = new TestApiWithToken(people).get("garbage");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("sign-in-required");
    }

    @Test
    void unexpectedErrorsTellAnIncidentAndNothingElse() {
        var problem = bodyOf(handler.unexpected(new IllegalStateException("the inside of the house")));

        assertThat(problem.getStatus()).isEqualTo(500);
        assertThat(problem.getDetail()).doesNotContain("inside");
        assertThat(problem.getProperties()).containsKey("incident");
    }

    @Test
    void fullStoreIsToldAsSuch() {
        var refusal = new MongoCommandException(
                new BsonDocument("ok", new BsonInt32(0)).append("code", new BsonInt32(14031)), new ServerAddress());

        var problem = bodyOf(handler.failed(new UncategorizedMongoDbException("full", refusal)));

        assertThat(problem.getStatus()).isEqualTo(507);
        assertThat(String.valueOf(problem.getType())).isEqualTo("/problems/storage-full");
    }

    @Test
    void silentStoreIsToldAsSuch() {
        var problem = bodyOf(handler.failed(new DataAccessResourceFailureException("no server")));

        assertThat(problem.getStatus()).isEqualTo(503);
    }

    private static ProblemDetail bodyOf(@Nullable ResponseEntity<Object> answer) {
        return (ProblemDetail)
                Objects.requireNonNull(Objects.requireNonNull(answer).getBody());
    }

    /** Sends a token that is none. */
    private record TestApiWithToken(TestPeople people) {
        TestApi.Answer get(String token) {
            return people.nobody()
                    .send("GET", "/api/me", BodyPublishers.noBody(), Map.of("Authorization", "Bearer " + token));
        }
    }
}
