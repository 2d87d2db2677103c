#include "CJunctions.h"

// Clang has #embed in every language mode, and says of those before C23 that it does.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char table[] __attribute__((aligned(64))) = {
#embed "junctions.table"
};

const unsigned char *kanbao_junctions(void) { return table; }

size_t kanbao_junctions_length(void) { return sizeof table; }
