package id.zitrack.embedded;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.HtmlUtils;

/** One small page without scripts; everything put into it is escaped here. */
final class AccountPage {
    private final StringBuilder html = new StringBuilder();

    AccountPage(String title) {
        html.append("""
                <!doctype html>
                <html lang="id">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s – ZITrack</title>
                <link rel="stylesheet" href="/akun/akun.css">
                </head>
                <body>
                <header><span class="brand"><i aria-hidden="true"></i>ZITrack</span></header>
                <main>
                """.formatted(escape(title)));
    }

    /** A labelled input. */
    record Field(String name, String label, String type, String autocomplete, String value, String explanation) {
        static Field text(String name, String label, String autocomplete) {
            return new Field(name, label, "text", autocomplete, "", "");
        }

        static Field email(String name, String label) {
            return new Field(name, label, "email", "email", "", "");
        }

        static Field password(String name, String label, String autocomplete) {
            return new Field(name, label, "password", autocomplete, "", "");
        }

        Field filled(String with) {
            return new Field(name, label, type, autocomplete, with, explanation);
        }

        Field explained(String by) {
            return new Field(name, label, type, autocomplete, value, by);
        }
    }

    void heading(String heading, String text) {
        html.append("<h1>%s</h1>\n<p class=\"lead\">%s</p>\n".formatted(escape(heading), escape(text)));
    }

    void error(String text) {
        html.append("<p class=\"error\" role=\"alert\"><b>Belum berhasil.</b> %s</p>\n".formatted(escape(text)));
    }

    void link(String target, String text) {
        html.append("<p><a class=\"btn main\" href=\"%s\">%s</a></p>\n".formatted(escape(target), escape(text)));
    }

    void form(String action, CsrfToken csrf, List<Field> fields, String button) {
        html.append("<form method=\"post\" action=\"%s\">\n".formatted(escape(action)));
        html.append("<input type=\"hidden\" name=\"%s\" value=\"%s\">\n"
                .formatted(escape(csrf.getParameterName()), escape(csrf.getToken())));
        var isFirst = true;
        for (var field : fields) {
            var explanation = field.explanation().isEmpty()
                    ? ""
                    : "<small id=\"%s-ket\">%s</small>".formatted(field.name(), escape(field.explanation()));
            html.append("""
                    <div class="field">
                    <label for="%1$s">%2$s</label>
                    %6$s
                    <input id="%1$s" name="%1$s" type="%3$s" autocomplete="%4$s" value="%5$s"
                      autocapitalize="none" spellcheck="false" required%7$s%8$s>
                    </div>
                    """.formatted(
                            field.name(),
                            escape(field.label()),
                            field.type(),
                            field.autocomplete(),
                            escape(field.value()),
                            explanation,
                            explanation.isEmpty() ? "" : " aria-describedby=\"" + field.name() + "-ket\"",
                            isFirst ? " autofocus" : ""));
            isFirst = false;
        }
        html.append("<button class=\"btn main\">%s</button>\n</form>\n".formatted(escape(button)));
    }

    /** The people of the demo; choosing one fills the form in. */
    void demo(List<Account> people, @Nullable String chosen) {
        html.append("""
                <section aria-labelledby="demo">
                <h2 id="demo">Akun peragaan</h2>
                <p class="small">Data di sini contoh belaka. Pilih seseorang untuk mengisi formulir di atas.</p>
                <form method="get" action="/akun/masuk">
                <ul>
                """);
        for (var person : people) {
            var demo = Objects.requireNonNull(person.demo());
            var isChosen = person.username().equals(chosen);
            html.append("""
                    <li><button class="person" name="sebagai" value="%s"%s><b>%s</b><span>%s</span>\
                    <code>%s / %s</code></button></li>
                    """.formatted(
                            escape(person.username()),
                            isChosen ? " aria-current=\"true\"" : "",
                            escape(person.name()),
                            escape(demo.role()),
                            escape(person.username()),
                            escape(demo.password())));
        }
        html.append("</ul>\n</form>\n</section>\n");
    }

    ResponseEntity<String> answer(HttpStatus status) {
        return ResponseEntity.status(status)
                .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .body(html + "</main>\n</body>\n</html>\n");
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
