@org.jspecify.annotations.NullMarked
package org.rasd.read;
