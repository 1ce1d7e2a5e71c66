// TrainAndEvaluate, to go on from: scripts/jshell/start scripts/jshell/train.jsh
/open scripts/jshell/features.jsh
ModelBundle trained = Training.with(RandomForestTrainer.builder().trees(20).depth(8).seed(42).build()).on(split.train());
results.importances(trained.model().importances());
Evaluator evaluator = Evaluator.of(history).matchWithin(ofDays(7)).counting(FailureScope.WHOLE_WINDOW_IN_RANGE);
LabelledDataset calibrate = split.calibrate().orElseThrow();
EventEvaluation seen = evaluator.events(ScoringPipeline.of(trained).scoreFeatures(calibrate.rows()).rows(), calibrate);
ModelBundle model = trained.withPolicy(AlarmTuning.atMost(1).tune(seen).policy());
EvaluationReport report = evaluator.evaluate(model, split.test());
results.events(report);
results.rows(report.rows());
model.replace("target/jshell-model");
notebook.writeHtml(Path.of("target/jshell.html"));
