package id.zitrack.trail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;

/** Writes entries straight into the answer, so that memory does not grow with the trail. */
@Component
class TrailFileConverter extends AbstractHttpMessageConverter<TrailFile> {
    static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    static final MediaType JSON_LINES = new MediaType("application", "x-ndjson", StandardCharsets.UTF_8);
    private static final Logger log = LoggerFactory.getLogger(TrailFileConverter.class);

    TrailFileConverter() {
        super(CSV, JSON_LINES);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return TrailFile.class.isAssignableFrom(type);
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected TrailFile readInternal(Class<? extends TrailFile> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("Trails are only written", input);
    }

    @Override
    protected void writeInternal(TrailFile file, HttpOutputMessage output) throws IOException {
        try {
            file.writeTo(output.getBody());
        } catch (RuntimeException e) {
            // Too late for a problem: the answer has begun. A broken line shows that something is missing.
            log.error("An export of the trail was cut off", e);
            throw new ClientAbortException("The export cannot be completed", e);
        }
    }
}
