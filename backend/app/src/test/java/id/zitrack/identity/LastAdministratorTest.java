package id.zitrack.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import id.zitrack.ZiTrackTest;
import id.zitrack.organization.OrganizationLookup;
import id.zitrack.platform.DomainProblem;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.data.mongodb.repository.support.MongoRepositoryFactory;

/** Somebody is always left who can manage people; each time in a database of its own. */
@ZiTrackTest
class LastAdministratorTest {
    private final UUID institution = UUID.randomUUID();

    @Autowired
    private MongoClient client;

    @Autowired
    private MongoConverter converter;

    @Autowired
    private OrganizationLookup organization;

    private MongoTemplate mongo;
    private People people;

    @BeforeEach
    void emptyInstallation() {
        mongo = new MongoTemplate(
                new SimpleMongoClientDatabaseFactory(client, "admin-" + UUID.randomUUID()), converter);
        people = new MongoRepositoryFactory(mongo).getRepository(People.class);
    }

    @Test
    void theLastAdministratorKeepsTheRole() {
        var last = administrator();
        var formerly = administrator();
        managingAs(last).change(formerly.id(), formerly.revision(), withoutRole(formerly));

        assertThatThrownBy(() -> managingAs(formerly).change(last.id(), last.revision(), withoutRole(last)))
                .isInstanceOf(LastAdministrator.class);
    }

    @Test
    void anInactiveAdministratorDoesNotCount() {
        var last = administrator();
        var away = administrator();
        var profile = away.profile();
        away.describe(
                new Person.Profile(profile.name(), profile.email(), profile.username(), false, null, profile.roles()));
        people.save(away);

        assertThatThrownBy(() -> managingAs(away).change(last.id(), last.revision(), withoutRole(last)))
                .isInstanceOf(LastAdministrator.class);
    }

    @RepeatedTest(10)
    void twoWhoRemoveEachOtherAtOnceDoNotBothLeave() {
        var one = administrator();
        var two = administrator();

        Stream.<Runnable>of(
                        () -> managingAs(one).change(two.id(), two.revision(), withoutRole(two)),
                        () -> managingAs(two).change(one.id(), one.revision(), withoutRole(one)))
                .parallel()
                .forEach(LastAdministratorTest::tryTo);

        assertThat(new Administrators(mongo).isNobodyOf(institution)).isFalse();
    }

    private static void tryTo(Runnable change) {
        try {
            change.run();
        } catch (DomainProblem refused) {
            assertThat(refused).isInstanceOf(LastAdministrator.class);
        }
    }

    private Person administrator() {
        var email = UUID.randomUUID() + "@instansi.test";
        var roles = List.of(new Assignment(Role.INSTITUTION_ADMIN, null, Set.of()));
        return people.save(new Person(
                UUID.randomUUID(), institution, new Person.Profile("Admin", email, email, true, null, roles)));
    }

    private static Person.Profile withoutRole(Person person) {
        var profile = person.profile();
        return new Person.Profile(profile.name(), profile.email(), profile.username(), true, null, List.of());
    }

    private ManagingPeople managingAs(Person caller) {
        return new ManagingPeople(
                people,
                new Claims(mongo, Clock.systemUTC()),
                new Administrators(mongo),
                organization,
                new Caller(caller.id(), caller.name(), caller.institutionId(), caller.roles()));
    }

    private record Caller(UUID id, String name, UUID institutionId, Set<Role> roles) implements CurrentPerson {
        @Override
        public Set<Role> rolesOn(UUID unitId) {
            return roles;
        }

        @Override
        public Set<String> areasOn(UUID unitId) {
            return Set.of();
        }
    }
}
