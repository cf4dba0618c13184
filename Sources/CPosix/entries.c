#define _GNU_SOURCE
#include "CPosix.h"
#include <dirent.h>
#include <errno.h>

long variorum_entries(int folder, void *buffer, unsigned long size) {
    long count = getdents64(folder, buffer, size);
    return count < 0 ? -errno : count;
}
