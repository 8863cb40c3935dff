package id.zitrack.embedded;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import id.zitrack.platform.ConditionalOnSetting;
import id.zitrack.platform.PublicAddress;
import id.zitrack.platform.Settings;
import id.zitrack.platform.SignIn;
import id.zitrack.platform.WrongSetting;
import java.text.ParseException;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** An OpenID Connect provider in this process with local accounts, for machines that have no other. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSetting(value = "zitrack.oidc.issuer", empty = true)
class EmbeddedIdentity {
    static final String CLIENT = "zitrack-web";
    private static final String KEY_FILE = "sign-in-key.json";
    private static final String PAGES_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    @Bean
    RSAKey signInKey(DataFolder data) {
        try {
            var stored = data.read(KEY_FILE);
            if (stored.isPresent()) {
                return RSAKey.parse(stored.get());
            }
            var fresh = new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
            data.write(KEY_FILE, fresh.toJSONString());
            return fresh;
        } catch (ParseException | JOSEException e) {
            throw new WrongSetting("zitrack.data", "berkas " + KEY_FILE + " di dalamnya tidak berisi kunci.", e);
        }
    }

    @Bean
    JWKSource<SecurityContext> signInKeys(RSAKey signInKey) {
        return new ImmutableJWKSet<>(new JWKSet(signInKey));
    }

    @Bean
    JwtEncoder tokenEncoder(JWKSource<SecurityContext> keys) {
        return new NimbusJwtEncoder(keys);
    }

    @Bean
    LocalAccounts localAccounts(
            Accounts accounts,
            MongoOperations mongo,
            Settings settings,
            PublicAddress address,
            JwtEncoder tokens,
            Clock clock) {
        // What an earlier version of the program stored carried no version.
        mongo.updateMulti(Query.query(Criteria.where("version").is(null)), Update.update("version", 0L), Account.class);
        return new LocalAccounts(accounts, settings, address, tokens, clock);
    }

    @Bean
    SignIn localSignIn(RSAKey signInKey, PublicAddress address) throws JOSEException {
        var decoder = NimbusJwtDecoder.withPublicKey(signInKey.toRSAPublicKey()).build();
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(JwtValidators.createDefaultWithIssuer(LocalAccounts.ISSUER)));
        return new SignIn() {
            @Override
            public String issuer() {
                return address.current();
            }

            @Override
            public String clientId() {
                return CLIENT;
            }

            @Override
            public boolean isLocal() {
                return true;
            }

            @Override
            public JwtDecoder decoder() {
                return decoder;
            }
        };
    }

    /** The screens are the only client; they live wherever this server was reached. */
    @Bean
    RegisteredClientRepository clients(PublicAddress address) {
        return new RegisteredClientRepository() {
            @Override
            public void save(RegisteredClient client) {
                throw new UnsupportedOperationException("The screens are the only client");
            }

            @Override
            public RegisteredClient findById(String id) {
                return screens(address.current());
            }

            @Override
            @SuppressWarnings("NullAway")
            public RegisteredClient findByClientId(String clientId) {
                return clientId.equals(CLIENT) ? screens(address.current()) : null;
            }
        };
    }

    static String redirectUri(String origin) {
        return origin + "/masuk/selesai";
    }

    private static RegisteredClient screens(String origin) {
        return RegisteredClient.withId(CLIENT)
                .clientId(CLIENT)
                .clientName("ZITrack")
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(redirectUri(origin))
                .postLogoutRedirectUri(origin + "/")
                .scope("openid")
                .scope("profile")
                .scope("email")
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(LocalAccounts.TOKEN_LIFETIME)
                        .build())
                .build();
    }

    @Bean
    OAuth2AuthorizationService authorizations(Clock clock) {
        return new RunningSignIns(clock);
    }

    @Bean
    AuthorizationServerSettings authorizationServer(Settings settings) {
        var server = AuthorizationServerSettings.builder();
        return settings.publicUrl().isBlank()
                ? server.build()
                : server.issuer(settings.publicUrl().replaceAll("/+$", "")).build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> tokenClaims(LocalAccounts accounts) {
        return context -> accounts.find(Objects.requireNonNull((Authentication) context.getPrincipal())
                        .getName())
                .ifPresent(account -> {
                    context.getClaims()
                            .claim("name", account.name())
                            .claim("preferred_username", account.username())
                            .claim("email", account.email())
                            .claim("email_verified", true);
                    if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
                        context.getClaims().issuer(LocalAccounts.ISSUER);
                    }
                });
    }

    @Bean
    @Order(10)
    SecurityFilterChain identityProvider(HttpSecurity http, PublicAddress address) throws Exception {
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(Customizer.withDefaults());
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .headers(EmbeddedIdentity::safe)
                .exceptionHandling(failures -> failures.defaultAuthenticationEntryPointFor(
                        new AskToSignIn(address), new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
                .build();
    }

    @Bean
    @Order(11)
    SecurityFilterChain signInPages(HttpSecurity http, LocalAccounts accounts, Throttle throttle) throws Exception {
        return http.securityMatcher("/akun/**", "/undangan/*", "/pemasangan/*")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .authenticationProvider(new PasswordCheck(accounts, throttle))
                .formLogin(form -> form.loginPage(SignInPages.SIGN_IN)
                        .loginProcessingUrl(SignInPages.SIGN_IN)
                        .usernameParameter("nama")
                        .passwordParameter("sandi")
                        .failureHandler(new SignInFailed())
                        .defaultSuccessUrl("/"))
                .logout(logout -> logout.disable())
                .headers(EmbeddedIdentity::safe)
                .build();
    }

    private static void safe(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(PAGES_POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN));
    }
}
