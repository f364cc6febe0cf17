/** The report page of tables that try to break it. */
package org.rasd.job.report;
