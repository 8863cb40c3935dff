package planted.evidence;

/** Throws a note away with what waits in it. */
class ThrowingAway {
    void all(LooseNotes notes) {
        notes.deleteAll();
    }
}
