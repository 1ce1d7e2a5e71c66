package io.github.pdmspark.kernel;

import java.nio.charset.StandardCharsets;

/** The open tiles of machines, whose ids are texts or whole numbers; a machine should have one kind of id only. */
final class OpenMachines {

    private final TextIds texts = new TextIds();
    private final OpenTiles byText;
    private final NumberIds numbers = new NumberIds();
    private final OpenTiles byNumber;

    OpenMachines(TileGrid grid, StateLayout layout) {
        this.byText = new OpenTiles(grid, layout);
        this.byNumber = new OpenTiles(grid, layout);
    }

    int size() {
        return byText.size() + byNumber.size();
    }

    /** Takes one reading in and gives how many bytes the tiles have grown. */
    long add(byte[] id, long eventTime, long knownAt, double[] values) {
        return byText.add(texts.number(id), eventTime, knownAt, values);
    }

    /** The same for a whole number as id. */
    long add(long id, long eventTime, long knownAt, double[] values) {
        return byNumber.add(numbers.number(id), eventTime, knownAt, values);
    }

    /** The id of a machine as text. */
    String id(int machine) {
        return machine < byText.size()
                ? new String(texts.id(machine), StandardCharsets.UTF_8)
                : String.valueOf(numbers.id(machine - byText.size()));
    }

    /** Hands the tiles of a machine over and forgets them. */
    TileStore take(int machine) {
        return machine < byText.size() ? byText.take(machine) : byNumber.take(machine - byText.size());
    }
}
