/** Tests of reports and of their files. */
@org.jspecify.annotations.NullMarked
package org.rasd.aggregate;
