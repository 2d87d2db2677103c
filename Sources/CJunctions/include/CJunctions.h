#pragma once

#include <stddef.h>

/// The table that scripts/junctions.py writes: UTF-8, no zero byte behind it. Its head says what is in it.
const unsigned char *kanbao_junctions(void);

/// How many bytes it has.
size_t kanbao_junctions_length(void);
