/** Commands that a process of their own does not need. */
package org.rasd.job.command;
