package io.github.pdmspark.error;

/**
 * One thing that is wrong.
 *
 * @param condition the stable code
 * @param message what is wrong, where and how much; without user names, passwords and signatures of addresses
 * @param fix what to do about it
 */
public record Problem(ErrorCondition condition, String message, String fix) {

    public Problem {
        message = Redaction.of(message);
    }

    @Override
    public String toString() {
        return condition + " " + message + "\nFix: " + fix;
    }
}
