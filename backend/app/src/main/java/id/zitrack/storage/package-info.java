/**
 * Files stored once under their hash, checked when they come and read again on a schedule.
 *
 * <p>Bytes come in through {@link Receiving} and {@link KeepingFile} and are read through {@link FileLookup}. What the
 * files are for is the business of others: they say so through {@link FileReferences}, and name a file by its SHA-256.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"inspection", "quota", "organization", "identity"})
package id.zitrack.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
