#ifndef KANBAO_CICU_H
#define KANBAO_CICU_H

// The door to ICU. This header shows plain C types only: ICU's own headers clash with Foundation's
// private copy when both are imported into Swift, so they stay inside the .c files.

#include <stdint.h>

// The major version of the ICU that is linked, for example 72.
int32_t kanbao_icu_version(void);

#endif
