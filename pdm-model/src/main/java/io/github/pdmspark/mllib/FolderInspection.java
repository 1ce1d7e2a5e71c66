package io.github.pdmspark.mllib;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Looks for anything in a saved model that would make MLlib or Spark load a class that the folder names: the class in the
 * metadata of a stage, and the user-defined types in the footer of a Parquet file.
 */
final class FolderInspection {

    private static final Pattern METADATA = Pattern.compile(".*/metadata/part-00000[A-Za-z0-9-]*(\\.txt)?");
    private static final Pattern DATA = Pattern.compile(".*\\.parquet");

    private final ModelFolder folder;
    private final List<Problem> problems = new ArrayList<>();

    FolderInspection(ModelFolder folder) {
        this.folder = folder;
    }

    List<Problem> problems() {
        try {
            List<String> files = folder.files();
            checkLayout(files);
            files.forEach(this::checkFile);
        } catch (IOException e) {
            refuse(Layout.FILE, String.valueOf(e.getMessage()));
        }
        return List.copyOf(problems);
    }

    private void checkLayout(List<String> files) {
        try {
            Layout layout = Layout.fromJson(folder.read(Layout.FILE));
            List<String> folders = layout.folders();
            for (String part : folders) {
                folder.metadata(part);
            }
            files.stream()
                    .filter(file -> !file.equals(Layout.FILE))
                    .filter(file -> !folders.contains(file.substring(0, Math.max(0, file.indexOf('/')))))
                    .forEach(file -> refuse(file, "it belongs to no classifier of the model"));
        } catch (IOException | IllegalArgumentException e) {
            refuse(Layout.FILE, String.valueOf(e.getMessage()));
        }
    }

    private void checkFile(String file) {
        try {
            if (METADATA.matcher(file).matches()) {
                checkMetadata(file, StageMetadata.parse(folder.read(file)));
            } else if (DATA.matcher(file).matches()) {
                ParquetTypes.foreign(folder.configuration(), folder.path(file))
                        .forEach(name -> refuse(file, "it holds values of the class '" + name + "'"));
            } else if (!file.equals(Layout.FILE)) {
                refuse(file, "MLlib writes no such file");
            }
        } catch (IOException | RuntimeException e) {
            refuse(file, String.valueOf(e.getMessage()));
        }
    }

    private void checkMetadata(String file, StageMetadata metadata) {
        if (!Readers.isAllowed(metadata.className()) && !LifeReaders.isAllowed(metadata.className())) {
            refuse(file, "it names the class '" + metadata.className() + "', which is not on the list of models");
        }
        metadata.oddIdentities().forEach(identity -> refuse(file, "the identity '" + identity + "' is not plain"));
    }

    private void refuse(String file, String reason) {
        problems.add(new Problem(
                ErrorCondition.PDM_BUNDLE_FOREIGN,
                "Model file '" + file + "' is refused: " + reason + ".",
                "Load only bundles that ModelBundle.save wrote; nothing of this one was loaded."));
    }
}
