package org.rasd.job.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Time on cores that this process has had, its collector's included: a busy machine does not lengthen it. */
final class CoreTime {
    private CoreTime() {}

    /** Seconds since the process began, all threads together. */
    static double seconds() {
        return 1e-9
                * ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                        .getProcessCpuTime();
    }
}
