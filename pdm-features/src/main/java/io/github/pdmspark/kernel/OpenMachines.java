package io.github.pdmspark.kernel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The open tiles of machines, whose ids are texts or whole numbers; tiles may be found by one kind of id only. */
final class OpenMachines {

    private final Supplier<OpenTiles> empty;
    private final TextIds texts = new TextIds();
    private final List<OpenTiles> byText = new ArrayList<>();
    private final NumberIds numbers = new NumberIds();
    private final List<OpenTiles> byNumber = new ArrayList<>();

    OpenMachines(Supplier<OpenTiles> empty) {
        this.empty = empty;
    }

    int size() {
        return byText.size() + byNumber.size();
    }

    /** The tiles of a machine, empty for a new one. */
    OpenTiles of(byte[] id) {
        int machine = texts.find(id);
        if (machine != TextIds.NONE) {
            return byText.get(machine);
        }
        texts.add(id);
        return added(byText);
    }

    /** The tiles of a machine, empty for a new one. */
    OpenTiles of(long id) {
        int machine = numbers.find(id);
        if (machine != TextIds.NONE) {
            return byNumber.get(machine);
        }
        numbers.add(id);
        return added(byNumber);
    }

    private OpenTiles added(List<OpenTiles> tiles) {
        OpenTiles open = empty.get();
        tiles.add(open);
        return open;
    }

    /** The id of a machine as text. */
    String id(int machine) {
        return machine < byText.size()
                ? new String(texts.id(machine), StandardCharsets.UTF_8)
                : String.valueOf(numbers.id(machine - byText.size()));
    }

    /** Hands the tiles of a machine over and forgets them. */
    OpenTiles take(int machine) {
        return machine < byText.size() ? byText.set(machine, null) : byNumber.set(machine - byText.size(), null);
    }
}
