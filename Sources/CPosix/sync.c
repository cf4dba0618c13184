#define _GNU_SOURCE
#include "CPosix.h"
#include <errno.h>
#include <unistd.h>

int variorum_sync(int file) { return syncfs(file) ? errno : 0; }
