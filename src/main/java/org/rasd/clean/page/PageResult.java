package org.rasd.clean.page;

/** What a page turned out to be. */
public sealed interface PageResult permits PageArticle, NoArticle {}
