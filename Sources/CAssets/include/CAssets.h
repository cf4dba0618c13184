// What travels inside the binary. One header for each kind of data.
#include "words.h"

void variorum_assets(void);
