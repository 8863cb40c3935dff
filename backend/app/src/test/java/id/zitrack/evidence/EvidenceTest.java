package id.zitrack.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.zitrack.instrument.Confidentiality;
import id.zitrack.storage.FileState;
import id.zitrack.storage.StoredFile;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    private static final UUID SOMEBODY = UUID.randomUUID();
    private static final UUID ASSESSMENT = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-05-04T02:00:00Z");

    @Test
    void keepsEveryVersionOfItsFile() {
        var evidence = anyEvidence();

        evidence.replaceFile(file("b"), "SK revisi.pdf", "tanda tangan kurang", SOMEBODY, NOW);

        assertThat(evidence.versions()).extracting(Evidence.FileVersion::number).containsExactly(1, 2);
        assertThat(evidence.current().fileName()).isEqualTo("SK revisi.pdf");
        assertThat(evidence.versions().get(0).sha256()).isEqualTo("a".repeat(64));
    }

    @Test
    void makesNoVersionOfTheSameBytes() {
        var evidence = anyEvidence();

        assertThat(evidence.replaceFile(file("a"), "lain.pdf", null, SOMEBODY, NOW))
                .isFalse();
        assertThat(evidence.versions()).hasSize(1);
    }

    @Test
    void countsDescriptionsAndNotLinks() {
        var evidence = anyEvidence();

        evidence.link(ASSESSMENT, "A.I.1.i.a", SOMEBODY, NOW);
        assertThat(evidence.revision()).isEqualTo(1);

        evidence.describe(Details.titled("SK Tim Kerja 2026", Confidentiality.PUBLIC));
        assertThat(evidence.revision()).isEqualTo(2);
    }

    @Test
    void cannotBeRemovedWhileItProvesSomething() {
        var evidence = anyEvidence();
        evidence.link(ASSESSMENT, "A.I.1.i.a", SOMEBODY, NOW);

        var refusal = catchThrowableOfType(EvidenceInUse.class, () -> evidence.remove(SOMEBODY, NOW, "Salah unggah"));

        assertThat(refusal.slug()).isEqualTo("evidence-in-use");
        assertThat(String.valueOf(refusal.extras().get("links"))).contains("A.I.1.i.a");
        assertThat(evidence.isRemoved()).isFalse();
    }

    @Test
    void leavesOtherQuestionsWhenOneIsUnlinked() {
        var evidence = anyEvidence();
        evidence.link(ASSESSMENT, "A.I.1.i.a", SOMEBODY, NOW);
        evidence.link(ASSESSMENT, "A.I.1.i.b", SOMEBODY, NOW);

        evidence.unlink(ASSESSMENT, "A.I.1.i.a");

        assertThat(evidence.isLinkedTo(ASSESSMENT, "A.I.1.i.a")).isFalse();
        assertThat(evidence.isLinkedTo(ASSESSMENT, "A.I.1.i.b")).isTrue();
    }

    @Test
    void oneWayToAQuestionEndsWithoutTheOthers() {
        var evidence = anyEvidence();
        var activity = UUID.randomUUID();
        var other = UUID.randomUUID();
        evidence.link(ASSESSMENT, "A.I.1.i.a", SOMEBODY, NOW);
        evidence.link(through(activity));
        evidence.link(through(other));

        assertThat(evidence.link(through(activity))).isFalse();
        assertThat(evidence.links()).hasSize(1);
        evidence.unlink(ASSESSMENT, "A.I.1.i.a", activity);
        evidence.unlink(ASSESSMENT, "A.I.1.i.a");

        assertThat(evidence.isLinkedTo(ASSESSMENT, "A.I.1.i.a")).isTrue();
        evidence.unlink(ASSESSMENT, "A.I.1.i.a", other);
        assertThat(evidence.isLinkedTo(ASSESSMENT, "A.I.1.i.a")).isFalse();
    }

    private static Evidence.Link through(UUID activity) {
        return new Evidence.Link(ASSESSMENT, "A.I.1.i.a", SOMEBODY, NOW, activity, null);
    }

    private static Evidence anyEvidence() {
        return Evidence.of(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                Details.titled("SK Tim Kerja", Confidentiality.INTERNAL),
                Evidence.version(1, file("a"), "SK Tim Kerja.pdf", null, SOMEBODY, NOW));
    }

    private static StoredFile file(String letter) {
        return new StoredFile(
                letter.repeat(64), 1000, "application/pdf", 7, NOW, FileState.AVAILABLE, null, true, null, null);
    }
}
