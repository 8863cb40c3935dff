package id.zitrack.platform;

/** No room is left where files or documents are kept; nothing of the change was stored. */
public final class StorageFull extends DomainProblem {
    public StorageFull() {
        super("storage-full", 507, "No space is left in the store; nothing was changed.");
    }
}
