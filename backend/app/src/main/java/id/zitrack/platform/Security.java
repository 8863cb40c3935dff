package id.zitrack.platform;

import jakarta.servlet.DispatcherType;
import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The security chains: the API asks for an access token, the rest is static files. Whatever is not named is denied. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class Security {

    @Bean
    @Order(20)
    SecurityFilterChain documentation(HttpSecurity http) throws Exception {
        return stateless(http.securityMatcher(
                        "/api/docs/**", "/api/swagger-ui/**", "/api/openapi", "/api/openapi/**", "/api/openapi.yaml"))
                .headers(headers -> safe(
                        headers,
                        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                                + " connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(30)
    SecurityFilterChain api(HttpSecurity http, SignIn signIn, Problems problems) throws Exception {
        return stateless(http.securityMatcher("/api", "/api/**"))
                .headers(headers -> safe(headers, "default-src 'none'; frame-ancestors 'self'"))
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(signIn.decoder()))
                        .authenticationEntryPoint((request, response, failure) -> {
                            response.setHeader("WWW-Authenticate", "Bearer");
                            problems.write(response, ProblemHandler.signInRequired());
                        })
                        .accessDeniedHandler(
                                (request, response, failure) -> problems.write(response, ProblemHandler.notAllowed())))
                .exceptionHandling(failures -> failures.authenticationEntryPoint((request, response, failure) -> {
                            response.setHeader("WWW-Authenticate", "Bearer");
                            problems.write(response, ProblemHandler.signInRequired());
                        })
                        .accessDeniedHandler(
                                (request, response, failure) -> problems.write(response, ProblemHandler.notAllowed())))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, "/api/configuration", "/api/downloads/*")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .build();
    }

    @Bean
    @Order(100)
    SecurityFilterChain screens(HttpSecurity http, Settings settings) throws Exception {
        var issuer = settings.oidc().issuer().isBlank()
                ? ""
                : " " + originOf(settings.oidc().issuer());
        return stateless(http)
                .headers(headers -> safe(
                        headers,
                        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';"
                                + " img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:;"
                                + " manifest-src 'self'; connect-src 'self'" + issuer + "; frame-src 'self' blob:"
                                + issuer
                                + "; frame-ancestors 'self'; base-uri 'none'; form-action 'self'" + issuer))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, "/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    /** Spring's own user store and password filter stay off: accounts are the identity provider's business. */
    @Bean
    JwtDecoder jwtDecoder(SignIn signIn) {
        return signIn.decoder();
    }

    private static HttpSecurity stateless(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    private static void safe(HeadersConfigurer<HttpSecurity> headers, String contentSecurityPolicy) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentSecurityPolicy))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .contentTypeOptions(Customizer.withDefaults());
    }

    private static String originOf(String address) {
        var uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
