package id.zitrack.embedded;

import id.zitrack.platform.ConditionalOnSetting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pages of the embedded accounts: signing in, taking up an invitation, and setting up the installation. */
@RestController
@ConditionalOnSetting(value = "zitrack.oidc.issuer", empty = true)
class SignInPages {
    static final String SIGN_IN = "/akun/masuk";

    private final LocalAccounts accounts;
    private final Throttle throttle;
    private final SetupLink setup;

    SignInPages(LocalAccounts accounts, Throttle throttle, SetupLink setup) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.setup = setup;
    }

    @GetMapping("/akun/akun.css")
    @PreAuthorize("permitAll()")
    ResponseEntity<Resource> style() {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/css;charset=UTF-8"))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .body(new ClassPathResource("embedded/akun.css"));
    }

    /**
     * The sign-in page.
     *
     * @param as the demo account to fill in
     */
    @GetMapping(SIGN_IN)
    @PreAuthorize("permitAll()")
    ResponseEntity<String> signIn(
            @RequestParam(name = "nama", defaultValue = "") String name,
            @RequestParam(name = "gagal", defaultValue = "") String failed,
            @RequestParam(name = "sebagai", defaultValue = "") String as,
            CsrfToken csrf) {
        var demo = accounts.ofDemo();
        var chosen = demo.stream().filter(it -> it.username().equals(as)).findFirst();
        var wait = failed.equals("tunggu") ? throttle.waitOf(name) : Duration.ZERO;
        var page = new AccountPage("Masuk");
        page.heading("Masuk", "Kelola penilaian Zona Integritas unit kerja Anda.");
        if (!wait.isZero()) {
            page.error("Terlalu banyak percobaan. Tunggu " + Math.max(1, (wait.toSeconds() + 59) / 60)
                    + " menit, lalu coba lagi.");
        } else if (!failed.isEmpty()) {
            page.error("Nama pengguna atau kata sandi tidak cocok. Periksa kembali, lalu coba lagi."
                    + " Jika lupa kata sandi, minta tautan baru kepada administrator instansi.");
        }
        page.form(
                SIGN_IN,
                csrf,
                List.of(
                        AccountPage.Field.text("nama", "Nama pengguna", "username")
                                .filled(chosen.map(Account::username).orElse(name)),
                        AccountPage.Field.password("sandi", "Kata sandi", "current-password")
                                .filled(chosen.map(it -> demoOf(it).password()).orElse(""))),
                "Masuk");
        if (!demo.isEmpty()) {
            page.demo(demo, chosen.map(Account::username).orElse(null));
        }
        return page.answer(HttpStatus.OK);
    }

    @GetMapping("/undangan/{token}")
    @PreAuthorize("permitAll()")
    ResponseEntity<String> invitation(@PathVariable String token, CsrfToken csrf) {
        return accounts.invited(token)
                .map(it -> invitationPage(it, token, csrf, null).answer(HttpStatus.OK))
                .orElseGet(SignInPages::linkIsGone);
    }

    @PostMapping("/undangan/{token}")
    @PreAuthorize("permitAll()")
    ResponseEntity<String> takeUpInvitation(
            @PathVariable String token,
            @RequestParam(name = "sandi", defaultValue = "") String password,
            @RequestParam(name = "ulangi", defaultValue = "") String again,
            CsrfToken csrf) {
        var account = accounts.invited(token);
        if (account.isEmpty()) {
            return linkIsGone();
        }
        var wrong = whatIsWrongWith(password, again);
        if (wrong != null) {
            return invitationPage(account.get(), token, csrf, wrong).answer(HttpStatus.BAD_REQUEST);
        }
        accounts.setPassword(account.get(), password);
        return done(
                "Kata sandi tersimpan",
                "Masuk dengan nama pengguna " + account.get().username() + " dan kata sandi baru Anda.");
    }

    @GetMapping("/pemasangan/{token}")
    @PreAuthorize("permitAll()")
    ResponseEntity<String> setup(@PathVariable String token, CsrfToken csrf) {
        return setup.opens(token) ? setupPage(token, csrf, null, "", "", "").answer(HttpStatus.OK) : linkIsGone();
    }

    @PostMapping("/pemasangan/{token}")
    @PreAuthorize("permitAll()")
    ResponseEntity<String> setUp(
            @PathVariable String token,
            @RequestParam(name = "instansi", defaultValue = "") String institution,
            @RequestParam(name = "lengkap", defaultValue = "") String name,
            @RequestParam(name = "surel", defaultValue = "") String email,
            @RequestParam(name = "sandi", defaultValue = "") String password,
            @RequestParam(name = "ulangi", defaultValue = "") String again,
            CsrfToken csrf) {
        synchronized (setup) {
            if (!setup.opens(token)) {
                return linkIsGone();
            }
            var wrong = institution.isBlank() || name.isBlank()
                    ? "Isi nama instansi dan nama lengkap Anda."
                    : !email.strip().matches("[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@[A-Za-z0-9.-]{3,190}")
                            ? "Alamat surel belum lengkap, contoh: nama@instansi.go.id."
                            : whatIsWrongWith(password, again);
            if (wrong != null) {
                return setupPage(token, csrf, wrong, institution, name, email).answer(HttpStatus.BAD_REQUEST);
            }
            // The account first: without the person it opens nothing, and the link still works.
            accounts.find(email)
                    .ifPresentOrElse(
                            it -> accounts.setPassword(it, password),
                            () -> accounts.open(email, name.strip(), email.strip(), password));
            setup.create(institution.strip(), name.strip(), email.strip(), email.strip());
        }
        return done("ZITrack siap dipakai", "Masuk sebagai administrator dengan nama pengguna " + email.strip() + ".");
    }

    private static AccountPage invitationPage(Account account, String token, CsrfToken csrf, @Nullable String wrong) {
        var page = new AccountPage("Buat kata sandi");
        page.heading(
                "Buat kata sandi",
                "Selamat datang, " + account.name() + ". Nama pengguna Anda: " + account.username() + ".");
        if (wrong != null) {
            page.error(wrong);
        }
        page.form("/undangan/" + token, csrf, passwordFields(), "Simpan kata sandi");
        return page;
    }

    private static AccountPage setupPage(
            String token, CsrfToken csrf, @Nullable String wrong, String institution, String name, String email) {
        var page = new AccountPage("Pemasangan");
        page.heading(
                "Siapkan ZITrack", "Buat instansi Anda dan administrator pertamanya. Tautan ini hanya berlaku sekali.");
        if (wrong != null) {
            page.error(wrong);
        }
        var fields = new ArrayList<>(List.of(
                AccountPage.Field.text("instansi", "Nama instansi", "organization")
                        .filled(institution),
                AccountPage.Field.text("lengkap", "Nama lengkap Anda", "name").filled(name),
                AccountPage.Field.email("surel", "Alamat surel dinas")
                        .filled(email)
                        .explained("Sekaligus nama pengguna Anda untuk masuk.")));
        fields.addAll(passwordFields());
        page.form("/pemasangan/" + token, csrf, fields, "Buat administrator");
        return page;
    }

    private static List<AccountPage.Field> passwordFields() {
        return List.of(
                AccountPage.Field.password("sandi", "Kata sandi baru", "new-password")
                        .explained("Paling sedikit " + LocalAccounts.SHORTEST_PASSWORD + " karakter."),
                AccountPage.Field.password("ulangi", "Ulangi kata sandi baru", "new-password"));
    }

    private static @Nullable String whatIsWrongWith(String password, String again) {
        if (!LocalAccounts.isAcceptable(password)) {
            return "Kata sandi paling sedikit " + LocalAccounts.SHORTEST_PASSWORD + " dan paling banyak "
                    + LocalAccounts.LONGEST_PASSWORD_BYTES + " karakter.";
        }
        return password.equals(again) ? null : "Kedua kata sandi belum sama. Ketik ulang keduanya.";
    }

    private static ResponseEntity<String> done(String heading, String text) {
        var page = new AccountPage(heading);
        page.heading(heading, text);
        page.link("/", "Masuk ke ZITrack");
        return page.answer(HttpStatus.OK);
    }

    private static ResponseEntity<String> linkIsGone() {
        var page = new AccountPage("Tautan tidak berlaku");
        page.heading(
                "Tautan tidak berlaku",
                "Tautan ini sudah dipakai, sudah lewat waktunya, atau salah ketik."
                        + " Minta tautan baru kepada administrator instansi.");
        page.link("/", "Ke halaman masuk");
        return page.answer(HttpStatus.NOT_FOUND);
    }

    private static Account.Demo demoOf(Account account) {
        return java.util.Objects.requireNonNull(account.demo());
    }
}
