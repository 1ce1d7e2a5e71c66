// ExploreFeatures, to go on from: scripts/jshell/start scripts/jshell/features.jsh
/open scripts/jshell/fleet.jsh
FeaturePipeline features = FeaturePipeline.builder().
        every(ofHours(3)).
        rolling(Statistic.MEAN, Statistic.STDDEV).over(ofHours(12), ofHours(24), ofHours(36)).
        errorCounts().over(ofHours(24)).
        timeSinceMaintenance().
        machineAttributes().
        build();
LabelledDataset dataset = LabelledDataset.of(history, features, FailureLabel.within(ofHours(24)));
results.features(dataset);
results.rows(dataset.waterfall());
TemporalSplit split = TemporalSplit.of(dataset).trainUntil("2015-04-01").calibrateUntil("2015-05-10").testFrom("2015-05-15");
results.split(split.report());
notebook.writeHtml(Path.of("target/jshell.html"));
