package org.rasd.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LocalSparkTest {
    @Test
    void speaksJavaTimeInUtc() {
        Object day = LocalSpark.session()
                .sql("select date '2025-11-16', current_timezone()")
                .first()
                .get(0);
        assertThat(day).as("a SQL date comes as java.time").isEqualTo(LocalDate.of(2025, 11, 16));
        assertThat(LocalSpark.session().conf().get("spark.sql.session.timeZone"))
                .isEqualTo("UTC");
    }
}
