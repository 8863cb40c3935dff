package id.zitrack.dossier;

import java.io.IOException;
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

/** Writes a bag straight into the answer, so that memory does not grow with the evidence. */
@Component
class BagMessageConverter extends AbstractHttpMessageConverter<Bag> {
    static final MediaType ZIP = MediaType.parseMediaType("application/zip");
    private static final Logger log = LoggerFactory.getLogger(BagMessageConverter.class);

    BagMessageConverter() {
        super(ZIP);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == Bag.class;
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Bag readInternal(Class<? extends Bag> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("Bags are only written", input);
    }

    @Override
    protected void writeInternal(Bag bag, HttpOutputMessage output) throws IOException {
        try {
            bag.write(output.getBody());
        } catch (RuntimeException e) {
            // Too late for a problem: the answer has begun. Ending it like a broken line leaves a ZIP nobody can open.
            log.error("A dossier was cut off", e);
            throw new ClientAbortException("The dossier cannot be completed", e);
        }
    }
}
