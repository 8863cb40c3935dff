package id.zitrack.organization;

import java.util.UUID;

/** The institution as the API shows it. */
record InstitutionResponse(UUID id, String name, String kind, String address, long revision) {

    static InstitutionResponse of(Institution institution) {
        return new InstitutionResponse(
                institution.id(),
                institution.name(),
                institution.kind(),
                institution.address(),
                institution.revision());
    }
}
