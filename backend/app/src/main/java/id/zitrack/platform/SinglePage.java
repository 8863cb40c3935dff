package id.zitrack.platform;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Serves the screens: their files by name, and the start page for every address that the screens know by themselves. */
@Configuration(proxyBeanMethods = false)
class SinglePage implements WebMvcConfigurer {
    private static final Resource START = new ClassPathResource("static/index.html");

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/").setViewName("forward:/index.html");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // File names under assets carry a hash of their content.
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new PathResourceResolver() {
                    @Override
                    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
                        var file = super.getResource(path, location);
                        return file == null && isPageOfTheScreens(path) && START.exists() ? START : file;
                    }
                });
    }

    private static boolean isPageOfTheScreens(String path) {
        if (path.equals("api") || path.startsWith("api/") || path.startsWith("assets/")) {
            return false;
        }
        // Files lie at the top or under assets; the addresses of questions contain dots (lembar/…/A.I.1.ii.b).
        return path.contains("/") || !path.contains(".");
    }
}
