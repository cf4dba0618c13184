// What travels inside the binary. One header for each kind of data.
#include "words.h"

#include "rules.h"
#include "theme.h"
