package io.github.pdmspark.portable;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.pdmspark.portable.FlatForest.Vote;
import io.github.pdmspark.portable.FlatModel.Combination;
import java.util.ArrayList;
import java.util.List;

/** The form of a {@link FlatModel} in a file: its outline as JSON, its arrays as bytes. */
final class ModelCodec {

    private ModelCodec() {}

    static Outline outline(FlatModel model) {
        List<Kind> kinds = model.parts().stream().map(ModelCodec::kind).toList();
        return new Outline(model.combination(), model.slots(), kinds, model.classes());
    }

    static void write(FlatModel model, ArrayOutput out) {
        for (FlatClassifier part : model.parts()) {
            if (part instanceof FlatForest forest) {
                forest.write(out);
            } else if (part instanceof FlatBoostedTrees boosted) {
                boosted.write(out);
            } else if (part instanceof FlatLogistic logistic) {
                logistic.write(out);
            }
        }
    }

    static FlatModel read(Outline outline, ArrayInput in) {
        List<FlatClassifier> parts = new ArrayList<>();
        outline.parts().forEach(kind -> parts.add(read(kind, in)));
        in.requireEnd();
        return new FlatModel(outline.combination(), outline.slots(), parts, outline.classes());
    }

    private static FlatClassifier read(Kind kind, ArrayInput in) {
        return switch (kind) {
            case FOREST -> new FlatForest(FlatTrees.read(in), Vote.SUM_OF_SHARES);
            case TREE -> new FlatForest(FlatTrees.read(in), Vote.SINGLE_TREE);
            case BOOSTED_TREES -> FlatBoostedTrees.read(in);
            case LOGISTIC -> FlatLogistic.read(in);
        };
    }

    private static Kind kind(FlatClassifier part) {
        if (part instanceof FlatForest forest) {
            return forest.vote() == Vote.SINGLE_TREE ? Kind.TREE : Kind.FOREST;
        }
        return part instanceof FlatBoostedTrees ? Kind.BOOSTED_TREES : Kind.LOGISTIC;
    }

    /** The kinds of classifiers. */
    enum Kind {
        FOREST,
        TREE,
        BOOSTED_TREES,
        LOGISTIC
    }

    /** Everything about a model but its arrays. */
    record Outline(
            @JsonProperty(required = true) Combination combination,
            @JsonProperty(required = true) List<Integer> slots,
            @JsonProperty(required = true) List<Kind> parts,
            @JsonProperty(required = true) int classes) {}
}
