/** The ZITrack server: one package is one room. */
@NullMarked
package id.zitrack;

import org.jspecify.annotations.NullMarked;
