package org.rasd.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rasd.model.Article;

class ArticleCleanerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://alef.example/1",
                "HTTPS://www.alef.example/1/",
                "https://http://alef.example/1#top",
                "http://https://alef.example/1",
                "http://http://www.alef.example/1"
            })
    void anAddressIsOneWhateverSchemesStandBeforeIt(String url) {
        Article article = article(url);
        assertThat(article.articleId())
                .isEqualTo(article("https://alef.example/1").articleId());
        assertThat(article.source()).isEqualTo("alef.example");
        assertThat(article("https://alef.example/http://alef.example/1").articleId())
                .as("an address within another")
                .isNotEqualTo(article.articleId());
    }

    private static Article article(String url) {
        World world = new World(1);
        return Objects.requireNonNull(new ArticleCleaner()
                .clean(world.add(0, url, "عنوان", world.text(40), null))
                .article());
    }
}
