/** Tests of resolution; most run on sightings in memory, one on Spark. */
@org.jspecify.annotations.NullMarked
package org.rasd.resolve;
