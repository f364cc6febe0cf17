/** Tests of web pages: golden pages, pages in many made-up designs, hostile markup. */
@org.jspecify.annotations.NullMarked
package org.rasd.clean.page;
