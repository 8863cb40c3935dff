package id.zitrack.evidence;

import static id.zitrack.TestPeople.everywhere;
import static id.zitrack.TestPeople.on;
import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.TestApi;
import id.zitrack.TestPeople;
import id.zitrack.ZiTrackTest;
import id.zitrack.identity.Role;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** How long lists take with many records; run it by hand: {@code -Dzitrack.measure=true}. */
@ZiTrackTest
@EnabledIfSystemProperty(named = "zitrack.measure", matches = "true")
class ListingMeasurementTest {
    private static final int TIMES = 200;

    @Autowired
    private TestPeople people;

    @Autowired
    private MongoTemplate mongo;

    @Test
    void aPageTakesAsLongWithTwentyThousandRecordsAsWithTwoThousand() {
        var unit = people.unit();
        var coordinator = people.person(on(unit, Role.UNIT_COORDINATOR));
        var assessor = people.person(everywhere(Role.TPI_LEAD));
        var institution = UUID.fromString(coordinator
                .get("/api/institution")
                .expect(200)
                .json()
                .path("id")
                .asString());
        ManyEvidence.add(mongo, institution, unit, coordinator.personId(), 2_000, 300);
        say("2,000", coordinator, assessor, unit);
        var few = p95(coordinator, "/api/evidence?unit=" + unit);

        ManyEvidence.add(mongo, institution, unit, coordinator.personId(), 18_000, 300);
        say("20,000", coordinator, assessor, unit);
        var many = p95(coordinator, "/api/evidence?unit=" + unit);

        assertThat(many).isLessThan(150);
        assertThat(many).isLessThanOrEqualTo(Math.max(2 * few, few + 5));
    }

    private void say(String records, TestApi coordinator, TestApi assessor, UUID unit) {
        System.out.printf("%s records: unit %d ms%n", records, p95(coordinator, "/api/evidence?unit=" + unit));
        System.out.printf("%s records: institution %d ms%n", records, p95(assessor, "/api/evidence"));
        for (var query : new String[] {
            "q=keputusan",
            "q=keput+1999",
            "q=kata7a+notulen",
            "q=tidakada",
            "docType=decree",
            "state=AVAILABLE",
            "state=QUARANTINED"
        }) {
            var path = "/api/evidence/search?unit=" + unit + "&" + query;
            System.out.printf("%s records: %s %d ms%n", records, query, p95(coordinator, path, 20));
        }
    }

    private static long p95(TestApi caller, String path) {
        return p95(caller, path, TIMES);
    }

    private static long p95(TestApi caller, String path, int times) {
        IntStream.range(0, 10).forEach(it -> caller.get(path).expect(200));
        var taken = IntStream.range(0, times)
                .mapToLong(it -> {
                    var start = System.nanoTime();
                    caller.get(path).expect(200);
                    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
                })
                .sorted()
                .toArray();
        return taken[times * 95 / 100];
    }
}
