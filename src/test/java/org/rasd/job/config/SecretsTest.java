package org.rasd.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "spark.settings.\"spark.hadoop.fs.s3a.secret.key\"",
                "spark.hadoop.fs.s3a.access.key",
                "spark.hadoop.fs.s3a.session.token",
                "spark.hadoop.fs.azure.account.key.store.example",
                "spark.ssl.keyStorePassword",
                "spark.authenticate.secret"
            })
    void hidesKeysThatNameASecret(String key) {
        assertThat(Secrets.isSecret(key)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "warehouse",
                "limits.reject_share",
                "spark.settings.\"spark.sql.shuffle.partitions\"",
                "input.sources"
            })
    void showsAllOthers(String key) {
        assertThat(Secrets.isSecret(key)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "s3a://key:word@bucket/a@b, s3a://bucket/a@b",
        "s3a://bucket/a@b, s3a://bucket/a@b",
        "/data/a@b, /data/a@b",
        "C:/data, C:/data"
    })
    void takesNamesAndPasswordsOutOfUris(String given, String shown) {
        assertThat(Secrets.withoutUserInfo(given)).isEqualTo(shown);
    }
}
