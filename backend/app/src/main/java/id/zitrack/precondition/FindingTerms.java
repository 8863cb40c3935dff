package id.zitrack.precondition;

import id.zitrack.catalog.InstrumentCatalog;
import id.zitrack.identity.CurrentPerson;
import id.zitrack.instrument.InstrumentKey;
import id.zitrack.organization.OrganizationLookup;
import id.zitrack.organization.PeriodView;
import id.zitrack.platform.NotThere;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds what is asked in a period. */
@Component
class FindingTerms {
    private final AllTerms all;
    private final OrganizationLookup organization;
    private final InstrumentCatalog instruments;
    private final CurrentPerson current;

    FindingTerms(AllTerms all, OrganizationLookup organization, InstrumentCatalog instruments, CurrentPerson current) {
        this.all = all;
        this.organization = organization;
        this.instruments = instruments;
        this.current = current;
    }

    /** A period of the caller's institution. */
    PeriodView period(UUID id) {
        return organization
                .period(id)
                .filter(it -> it.institutionId().equals(current.institutionId()))
                .orElseThrow(() -> new NotThere("period", id));
    }

    Asked in(PeriodView period) {
        var key = new InstrumentKey(period.instrumentId(), period.instrumentVersion());
        var instrument = instruments
                .find(key, period.institutionId())
                .orElseThrow(() -> new IllegalStateException("Instrument " + key + " is no longer in the catalog"));
        return new Asked(instrument, terms(period));
    }

    Terms terms(PeriodView period) {
        return all.findById(period.id()).orElseGet(() -> Terms.ofTheInstrument(period.id()));
    }
}
