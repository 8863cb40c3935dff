package id.zitrack;

import id.zitrack.embedded.LocalAccounts;
import id.zitrack.identity.AccountInvitations;
import id.zitrack.identity.FirstAdministrator;
import org.springframework.boot.SpringApplication;

/**
 * The whole application in a process of its own, to be killed. Prints where it listens and tokens for the people that
 * are named, then serves until then.
 */
public final class ForkedServer {
    public static final String ADMINISTRATOR = "admin@instansi.test";

    private ForkedServer() {}

    /** Arguments: the data folder, then the user names who need a token. */
    public static void main(String[] arguments) {
        var context = SpringApplication.run(
                new Class<?>[] {ZiTrackApplication.class, HaltingStore.class},
                new String[] {"--server.port=0", "--zitrack.data=" + arguments[0], "--zitrack.demo=false"});
        var first = context.getBean(FirstAdministrator.class);
        if (first.isNeeded()) {
            first.create("Kabupaten Uji", "Admin Uji", ADMINISTRATOR, ADMINISTRATOR);
            context.getBean(AccountInvitations.class).invite(ADMINISTRATOR, "Admin Uji", ADMINISTRATOR);
        }
        var accounts = context.getBean(LocalAccounts.class);
        var ready = new StringBuilder(
                "ready http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
        for (int i = 1; i < arguments.length; i++) {
            ready.append(' ').append(accounts.accessToken(arguments[i]));
        }
        System.out.println(ready);
    }
}
