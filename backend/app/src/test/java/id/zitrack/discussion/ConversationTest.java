package id.zitrack.discussion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.zitrack.discussion.Conversation.Message;
import id.zitrack.discussion.Conversation.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConversationTest {
    private static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");
    private static final UUID SARI = UUID.randomUUID();
    private static final UUID BUDI = UUID.randomUUID();
    private static final UUID RUDI = UUID.randomUUID();

    @Test
    void aMessageIsEditedWithinAQuarterOfAnHour() {
        var conversation = begun();
        var id = conversation.messages().get(0).id();

        conversation.edit(id, "Lebih jelas", NOW.plus(Duration.ofMinutes(14)));

        assertThat(conversation.messages().get(0).text()).isEqualTo("Lebih jelas");
        assertThatThrownBy(() -> conversation.edit(id, "Terlambat", NOW.plus(Duration.ofMinutes(15))))
                .isInstanceOf(MessageSettled.class);
    }

    @Test
    void whatWasTakenBackIsNotEdited() {
        var conversation = begun();
        var id = conversation.messages().get(0).id();
        conversation.remove(id, NOW);

        assertThat(conversation.messages().get(0).text()).isEmpty();
        assertThatThrownBy(() -> conversation.edit(id, "Lagi", NOW)).isInstanceOf(MessageSettled.class);
    }

    @Test
    void anAnswerThatMentionsSomebodyAsksOn() {
        var conversation = begun();

        conversation.add(said(SARI, Side.UNIT, List.of(RUDI)));

        assertThat(conversation.state()).isEqualTo(State.OPEN);
        assertThat(conversation.waiting().isFor(RUDI, Side.UNIT)).isTrue();
        assertThat(conversation.waiting().isFor(BUDI, Side.TPI)).isFalse();
    }

    @Test
    void withoutAMentionTheOtherSideIsAsked() {
        var waiting = begun().waiting();

        assertThat(waiting.isFor(SARI, Side.UNIT)).isTrue();
        assertThat(waiting.isFor(RUDI, Side.TPI)).isFalse();
        assertThat(waiting.isFor(BUDI, Side.TPI)).isFalse();
    }

    @Test
    void itHoldsSoManyMessages() {
        var conversation = begun();
        for (int i = 1; i < Conversation.MOST_MESSAGES; i++) {
            conversation.add(said(SARI, Side.UNIT, List.of()));
        }

        assertThatThrownBy(() -> conversation.add(said(SARI, Side.UNIT, List.of())))
                .isInstanceOf(ConversationFull.class);
    }

    private static Conversation begun() {
        return Conversation.begin(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Q",
                false,
                said(BUDI, Side.TPI, List.of()));
    }

    private static Message said(UUID by, Side side, List<UUID> mentions) {
        return Message.said(UUID.randomUUID(), by, side, NOW, "Halo", mentions);
    }
}
