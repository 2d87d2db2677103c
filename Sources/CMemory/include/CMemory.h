#pragma once

/// Large blocks that are needed for a while only (a file's bytes, what an index is sorted in) get memory of their own
/// from the system and give it back at once, instead of leaving holes between small ones that stay. The C library does
/// so by itself only until the first of them is freed.
void kanbao_large_blocks_apart(void);

/// Gives free memory back to the system.
void kanbao_give_memory_back(void);
