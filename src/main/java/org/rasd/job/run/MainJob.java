package org.rasd.job.run;

/** The main job: archive in, tables out, all of them or none. */
public final class MainJob {}
