package id.zitrack.instrument;

/** An answer does not fit its question. The message says in Indonesian what is wrong and what is allowed. */
public final class InvalidAnswer extends RuntimeException {

    public InvalidAnswer(String reason) {
        super(reason);
    }

    /** The same with the code of the question in front. */
    public InvalidAnswer(String code, String reason) {
        super(code + ": " + reason);
    }
}
