/** The main job: composes the stages, reports progress, accounts for every record and leaves a run report. */
@org.jspecify.annotations.NullMarked
package org.rasd.job.run;
