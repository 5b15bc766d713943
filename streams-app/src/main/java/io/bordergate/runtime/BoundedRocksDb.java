package io.bordergate.runtime;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One block cache and one write-buffer budget for all stores of the process, so that memory does not grow with their
 * number. The shared objects live as long as the process: closing them with one store would take them from the others.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {
    /** Setting: bytes of the shared cache, write buffers included. */
    public static final String BUDGET = "border.rocksdb.bytes";

    static final long DEFAULT_BUDGET_BYTES = 256L << 20;
    private static final int BLOCK_BYTES = 16 << 10;

    private static volatile Shared shared;

    private record Shared(Cache cache, WriteBufferManager buffers) {}

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        Object budget = configs.get(BUDGET);
        Shared all = sharedOf(budget == null ? DEFAULT_BUDGET_BYTES : Long.parseLong(budget.toString()));
        var table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(all.cache());
        table.setBlockSize(BLOCK_BYTES);
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(all.buffers());
        options.setMaxWriteBufferNumber(2);
    }

    @Override
    public void close(String storeName, Options options) {
        // Nothing of this store's own: cache and buffers are shared.
    }

    private static Shared sharedOf(long budget) {
        if (shared == null) {
            synchronized (BoundedRocksDb.class) {
                if (shared == null) {
                    RocksDB.loadLibrary();
                    Cache cache = new LRUCache(budget, -1, false, 0.1);
                    shared = new Shared(cache, new WriteBufferManager(budget / 2, cache));
                }
            }
        }
        return shared;
    }
}
