#ifndef ALLOCATION_COUNT_H
#define ALLOCATION_COUNT_H

#include <stdint.h>

/// Allocations of this thread since it began; a reallocation counts as one. Stays 0 where nothing is counted.
uint64_t allocation_count(void);

/// Bytes of the heap that are in use, all threads together; 0 where that is not known.
uint64_t heap_bytes_in_use(void);

#endif
