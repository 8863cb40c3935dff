package id.zitrack;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import id.zitrack.platform.Recorded;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.repository.Repository;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What docs and habits ask for and the compiler cannot see. */
final class HouseRules {
    private static final String[] POINTS = {
        "..instrument..", "..scoring..", "..assessment..", "..review..", "..readiness.."
    };
    private static final Set<String> TIMES = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime",
            "java.time.Year");

    static final ArchRule EVERY_ENDPOINT_SAYS_WHO_MAY_CALL_IT = methods()
            .that()
            .areMetaAnnotatedWith(RequestMapping.class)
            .and()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(RestController.class)
            .should()
            .beAnnotatedWith(PreAuthorize.class)
            .as("every endpoint says who may call it")
            .because("a forgotten check publishes somebody's evidence");

    static final ArchRule CONTROLLERS_STAY_IN_THEIR_ROOM = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .notBePublic()
            .as("controllers are not public")
            .because("other rooms talk to a room through its lookups and events, not its endpoints");

    static final ArchRule ONLY_PLATFORM_AND_EMBEDDED_TOUCH_DRIVERS = noClasses()
            .that(resideOutsideOfPackages("id.zitrack.platform", "id.zitrack.embedded"))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "com.mongodb..",
                            "io.minio..",
                            "okhttp3..",
                            "de.bwaldvogel..",
                            "org.gaul..",
                            "org.h2..",
                            "io.netty..")
                    // The counts of an update come back through Spring's template as the driver's value type.
                    .and(resideOutsideOfPackages("com.mongodb.client.result")))
            .as("only platform and embedded touch drivers")
            .because("the stores are replaced by configuration, so the rooms speak to them in one place");

    static final ArchRule THE_CORE_KNOWS_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAnyPackage("..instrument..", "..scoring..", "..command..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta..", "com.mongodb..", "org.bson..", "io.minio..")
            .as("the core knows no framework")
            .because("the rules of a regulation outlive the framework of the year");

    static final ArchRule INSTRUMENTS_DEPEND_ON_NOTHING = noClasses()
            .that()
            .resideInAPackage("..instrument..")
            .should()
            .dependOnClassesThat(resideInAPackage("id.zitrack..").and(resideOutsideOfPackages("..instrument..")))
            .as("instrument uses no other room");

    static final ArchRule SCORING_DEPENDS_ON_INSTRUMENTS_ALONE = noClasses()
            .that()
            .resideInAPackage("..scoring..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("id.zitrack..").and(resideOutsideOfPackages("..instrument..", "..scoring..")))
            .as("scoring uses instrument alone");

    static final ArchRule POINTS_ARE_NOT_STORED_IN_FLOATING_NUMBERS = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(POINTS)
            .should()
            .haveRawType(floatingNumber())
            .as("no field of a room of points is a floating number")
            .because("0.1 + 0.2 is not 0.3 there, and thresholds are compared exactly");

    static final ArchRule POINTS_DO_NOT_PASS_THROUGH_FLOATING_NUMBERS = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(POINTS)
            .should(com.tngtech.archunit.lang.conditions.ArchConditions.have(floatingSignature()))
            .as("no method of a room of points takes or returns a floating number")
            .because("0.1 + 0.2 is not 0.3 there, and thresholds are compared exactly");

    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .that()
            .resideOutsideOfPackage("..command..")
            .should(callMethodWhere(asksTheSystemForTheTime()))
            .as("time comes from java.time.Clock")
            .because("deadlines are tested on days that are not today");

    static final ArchRule NAMES_SAY_SOMETHING = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Util|Utils|Dto)(\\$.*)?")
            .as("no class is called Impl, Manager, Helper, Util or Dto")
            .because("these words fit every class and so name none");

    /** Documents that say nothing a person said, by their simple names. */
    private static final Set<String> NOT_OF_PEOPLE = Set.of(
            // Worked out from others, or what the program has found by itself.
            "EvidenceWords",
            "FileText",
            "FileUse",
            "NamedFiles",
            "Orphan",
            "RecordedFile",
            "RejectedUpload",
            "Shelf",
            "StorageUse",
            "StoredFile",
            "Sweep",
            // On the way to something else: a file that arrives, a download, a name that is taken with a person.
            "Claim",
            "Ticket",
            "Upload",
            // The trail itself.
            "Head",
            "Link");

    /** Recorded documents that are inserted once and never changed. */
    private static final Set<String> INSERTED_ONCE = Set.of("FrozenInstrument", "Login");

    static final ArchRule WHAT_PEOPLE_CHANGE_IS_RECORDED = classes()
            .that()
            .areAnnotatedWith(Document.class)
            .and(DescribedPredicate.describe("hold what people say", it -> !NOT_OF_PEOPLE.contains(it.getSimpleName())))
            .should()
            .implement(Recorded.class)
            .as("documents that people change leave entries in the trail")
            .because("a change without an entry is what the trail says cannot be");

    static final ArchRule RECORDED_DOCUMENTS_HAVE_A_VERSION = classes()
            .that()
            .implement(Recorded.class)
            .and(DescribedPredicate.describe("change", it -> !INSERTED_ONCE.contains(it.getSimpleName())))
            .should(ArchCondition.from(DescribedPredicate.describe(
                    "have a version",
                    (JavaClass it) ->
                            it.getAllFields().stream().anyMatch(field -> field.isAnnotatedWith(Version.class)))))
            .as("recorded documents have a version")
            .because("without compare-and-set two writers could lose an entry that waits in the document");

    static final ArchRule RECORDED_DOCUMENTS_ARE_REMOVED_BY_RECORDING = noClasses()
            .should(callMethodWhere(DescribedPredicate.describe(
                    "deletes recorded documents",
                    call -> call.getTarget().getName().startsWith("delete") && keepsRecorded(call.getTargetOwner()))))
            .as("recorded documents are removed by Recording")
            .because("an entry that waits in a deleted document is lost");

    static final List<ArchRule> ALL = List.of(
            EVERY_ENDPOINT_SAYS_WHO_MAY_CALL_IT,
            CONTROLLERS_STAY_IN_THEIR_ROOM,
            ONLY_PLATFORM_AND_EMBEDDED_TOUCH_DRIVERS,
            THE_CORE_KNOWS_NO_FRAMEWORK,
            INSTRUMENTS_DEPEND_ON_NOTHING,
            SCORING_DEPENDS_ON_INSTRUMENTS_ALONE,
            POINTS_ARE_NOT_STORED_IN_FLOATING_NUMBERS,
            POINTS_DO_NOT_PASS_THROUGH_FLOATING_NUMBERS,
            TIME_COMES_FROM_THE_CLOCK,
            NAMES_SAY_SOMETHING,
            WHAT_PEOPLE_CHANGE_IS_RECORDED,
            RECORDED_DOCUMENTS_HAVE_A_VERSION,
            RECORDED_DOCUMENTS_ARE_REMOVED_BY_RECORDING);

    private HouseRules() {}

    static List<String> packagesThatAreNotNullMarked(JavaClasses classes) {
        return classes.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(it -> it.tryGetPackageInfo()
                        .filter(info -> info.isAnnotatedWith(NullMarked.class))
                        .isEmpty())
                .map(it -> it.getName())
                .sorted()
                .toList();
    }

    /** Whether it is a repository of recorded documents. */
    private static boolean keepsRecorded(JavaClass owner) {
        return owner.isAssignableTo(Repository.class)
                && owner.getInterfaces().stream()
                        .filter(JavaParameterizedType.class::isInstance)
                        .flatMap(it -> ((JavaParameterizedType) it).getActualTypeArguments().stream())
                        .anyMatch(it -> it.toErasure().isAssignableTo(Recorded.class));
    }

    private static DescribedPredicate<JavaClass> floatingNumber() {
        return DescribedPredicate.describe("floating number", it -> isFloating(it));
    }

    private static DescribedPredicate<JavaMethod> floatingSignature() {
        return DescribedPredicate.describe(
                "a floating number in its signature",
                method -> isFloating(method.getRawReturnType())
                        || method.getRawParameterTypes().stream().anyMatch(HouseRules::isFloating));
    }

    private static boolean isFloating(JavaClass type) {
        return Set.of("double", "float", "java.lang.Double", "java.lang.Float")
                .contains(type.getBaseComponentType().getName());
    }

    private static DescribedPredicate<JavaMethodCall> asksTheSystemForTheTime() {
        return DescribedPredicate.describe("asks the system for the time", call -> {
            var target = call.getTarget();
            var owner = target.getOwner().getName();
            return target.getName().equals("now")
                            && TIMES.contains(owner)
                            && target.getRawParameterTypes().stream()
                                    .noneMatch(it -> it.isEquivalentTo(java.time.Clock.class))
                    || target.getName().equals("currentTimeMillis") && owner.equals("java.lang.System");
        });
    }
}
