package io.github.pdmspark.fleet;

import static io.github.pdmspark.fleet.Fleets.utc;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.Redaction;
import io.github.pdmspark.error.SchemaException;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.testing.LocalSpark;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R19: twenty ways in which a secret comes with an address or an option; none is in a message or in the quarantine. */
@ExtendWith(LocalSpark.class)
class SecretsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3a://AKIA:c4n4ry@bucket/t",
                "s3://c4n4ry@bucket/t",
                "https://user:c4n4ry@host:8443/t?x=1",
                "jdbc:postgresql://user:c4n4ry@db/x",
                "jdbc:postgresql://db/x?user=a&password=c4n4ry",
                "jdbc:sqlserver://db;password=c4n4ry;x=1",
                "https://host/t?sig=c4n4ry&sv=1",
                "https://host/t?X-Amz-Signature=c4n4ry",
                "https://host/t?X-Amz-Credential=c4n4ry",
                "https://host/t?access_token=c4n4ry",
                "https://host/t?api_key=c4n4ry",
                "https://host/t?apikey=c4n4ry",
                "fs.s3a.secret.key=c4n4ry",
                "fs.s3a.access.key: x, fs.s3a.secret.key: c4n4ry",
                "fs.azure.account.key.x=c4n4ry",
                "AccountKey=c4n4ry;EndpointSuffix=x",
                "client_secret=c4n4ry",
                "PASSWORD = c4n4ry",
                "SharedAccessSignature=c4n4ry",
                "hdfs://u:c4n4ry@nn:8020/t"
            })
    void secretIsInNoMessage(String address) {
        SchemaException error = new SchemaException(
                new Problem(ErrorCondition.PDM_PATH_NOT_FOUND, "There is no file at '" + address + "'.", "correct it"));

        assertThat(error.getMessage()).doesNotContain("c4n4ry").contains("***");
        assertThat(error.toString()).doesNotContain("c4n4ry");
    }

    @Test
    void whatIsNoSecretStays() {
        String text = "There is no file at 's3a://bucket/key=1/t.csv', found: tokens 3, mail a@b.c";

        assertThat(Redaction.of(text)).isEqualTo(text);
    }

    @Test
    void quarantineNamesTheFileWithoutUserInfo(SparkSession spark) {
        FleetHistory history = utc().telemetry(TableFiles.telemetry(
                        spark.sql("select '1' as machineID, '2015-01-01' as datetime, stack(2, 'abc', '1') as (volt)")
                                .withColumn(Columns.SOURCE_FILE, functions.lit("s3a://user:c4n4ry@bucket/t.csv"))))
                .build();

        assertThat(history.quarantine().rows().select("source_file").head().getString(0))
                .isEqualTo("s3a://***@bucket/t.csv");
    }
}
