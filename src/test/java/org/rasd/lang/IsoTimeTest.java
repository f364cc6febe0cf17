package org.rasd.lang;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimeTest {
    @Test
    void reads_what_java_writes() {
        assertThat(IsoTime.utc("2024-02-29T23:59:07Z")).isEqualTo(LocalDateTime.parse("2024-02-29T23:59:07"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024-05-06",
                "2024-05-06T07:08:09",
                "2024-05-06 07:08:09Z",
                "2024-05-06T07:08:09.5Z",
                "2024-05-06T07:08:09+03:00",
                "2024-05-06T07:08:0٩Z",
                "2023-02-29T07:08:09Z",
                "2024-05-06T24:00:00Z"
            })
    void leaves_all_else_to_formatters(String text) {
        assertThat(IsoTime.utc(text)).isNull();
    }
}
