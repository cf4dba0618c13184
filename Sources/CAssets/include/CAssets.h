// Data embedded in the binary: one header for each kind.
#include "words.h"

#include "names.h"
#include "rules.h"
#include "theme.h"
