// EvaluateScores, to go on from: scripts/jshell/start scripts/jshell/score.jsh
/open scripts/jshell/train.jsh
Dataset<Row> scores = ScoringPipeline.load(spark, "target/jshell-model").score(history, TimeRange.from("2015-05-15")).rows();
results.scores(scores, 5);
results.drift(DriftMonitor.of(model).check(split.test().rows()));
notebook.writeHtml(Path.of("target/jshell.html"));
