package io.github.pdmspark.explanation;

/** How the output of trees is split over the features. */
public enum ContributionMethod {
    /** Exact path-dependent Shapley values (Lundberg et al. 2018): fair to every feature on the path. */
    TREE_SHAP,
    /** The change of the mean at each split of the row's own path (Saabas): far cheaper, gives too much to splits near leaves. */
    SAABAS
}
