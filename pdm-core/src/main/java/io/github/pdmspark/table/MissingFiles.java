package io.github.pdmspark.table;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.SchemaException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The error for a path at which there is nothing, with the nearest folder that there is. */
final class MissingFiles {

    private MissingFiles() {}

    static SchemaException at(String path) {
        return new SchemaException(new Problem(
                ErrorCondition.PDM_PATH_NOT_FOUND,
                "There is no file to read at '" + path + "'." + nearest(path),
                "correct the path; a folder, a file or a glob is read."));
    }

    /** Only a path of the local disk can be followed without credentials. */
    private static String nearest(String path) {
        try {
            Path local = Path.of(path.replaceFirst("^file:/*", "/")).toAbsolutePath();
            Optional<Path> folder = path.contains("://") && !path.startsWith("file:")
                    ? Optional.empty()
                    : Stream.iterate(local.getParent(), parent -> parent != null, Path::getParent)
                            .filter(Files::isDirectory)
                            .findFirst();
            return folder.map(found -> "\nThe nearest folder on this machine is '" + found + "'.")
                    .orElse("");
        } catch (InvalidPathException e) {
            return "";
        }
    }
}
