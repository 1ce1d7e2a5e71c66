package io.github.pdmspark.hazard;

import io.github.pdmspark.bundle.Provenance;
import io.github.pdmspark.model.Model;

/**
 * The hazard of one component.
 *
 * @param component its name
 * @param model gives the probability that it fails in a period, if it is alive when the period begins
 * @param provenance what made the model
 * @param calibration what held-out lives made of its curves
 */
public record ComponentHazard(String component, Model model, Provenance provenance, CurveCalibration calibration) {

    ComponentHazard with(CurveCalibration newCalibration) {
        return new ComponentHazard(component, model, provenance, newCalibration);
    }
}
