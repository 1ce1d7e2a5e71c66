package io.github.pdmspark.pipeline;

/**
 * What travels to the machine that it belongs to: packed tiles or readings, one event, one suspension, or one row of attributes. A bean; public
 * because Spark's generated code writes it, not meant for other use.
 */
public final class RecordBlock {

    static final int TILES = 0;
    static final int ERROR = 1;
    static final int MAINTENANCE = 2;
    static final int ATTRIBUTES = 3;
    static final int READINGS = 4;
    static final int SUSPENSION = 5;
    /** The first kind of the records of a {@link RowCompanion}. */
    static final int COMPANION = 16;

    private String machineId = "";
    private int kind;
    private long eventTime;
    private long knownAt;
    private String[] names = {};
    private double[] numbers = {};
    private byte[] tiles = {};

    public RecordBlock() {}

    static RecordBlock packed(int kind, String machineId, long firstReading, byte[] bytes) {
        RecordBlock block = new RecordBlock();
        block.setMachineId(machineId);
        block.setKind(kind);
        block.setEventTime(firstReading);
        block.setTiles(bytes);
        return block;
    }

    public String getMachineId() {
        return machineId;
    }

    public void setMachineId(String machineId) {
        this.machineId = machineId;
    }

    public int getKind() {
        return kind;
    }

    public void setKind(int kind) {
        this.kind = kind;
    }

    public long getEventTime() {
        return eventTime;
    }

    public void setEventTime(long eventTime) {
        this.eventTime = eventTime;
    }

    public long getKnownAt() {
        return knownAt;
    }

    public void setKnownAt(long knownAt) {
        this.knownAt = knownAt;
    }

    public String[] getNames() {
        return names;
    }

    public void setNames(String[] names) {
        this.names = names;
    }

    public double[] getNumbers() {
        return numbers;
    }

    public void setNumbers(double[] numbers) {
        this.numbers = numbers;
    }

    public byte[] getTiles() {
        return tiles;
    }

    public void setTiles(byte[] tiles) {
        this.tiles = tiles;
    }
}
