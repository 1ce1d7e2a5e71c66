// ExploreRawData, to go on from: scripts/jshell/start scripts/jshell/explore.jsh
/open scripts/jshell/fleet.jsh
results.quality(history.quality());
notebook.chart(Charts.histogram("How old are the machines of each model?", "age in years", "machines", 2,
        history.machines().groupBy(floor(col("age").divide(2)).multiply(2).as("age"), col("model")).
                agg(count(lit(1))).orderBy("model", "age")));
notebook.chart(Charts.bars("How often does each error occur?", "errors", history.errors().groupBy("code").count().orderBy("code")));
notebook.chart(Charts.bars("How often is each component replaced?", "replacements",
        history.maintenance().groupBy("component").count().orderBy("component")));
notebook.chart(Charts.bars("How often does each component fail?", "failures",
        history.failures().groupBy("component").count().orderBy("component")));
notebook.chart(Charts.lines("What did the sensors of machine 1 read in a month?", XAxis.time(),
        history.telemetry().where("machine_id = '1'").
                unpivot(new Column[] {col("event_time")}, new Column[] {col("volt"), col("rotate"), col("pressure"), col("vibration")},
                        "sensor", "value").
                where("event_time < timestamp'2015-01-31 00:00:00Z'").
                orderBy("sensor", "event_time").
                select(col("sensor"), lit("reading"), col("event_time"), col("value"))));
notebook.writeHtml(Path.of("target/jshell.html"));
