#define _GNU_SOURCE
#include "CPosix.h"
#include <fcntl.h>
#include <sys/stat.h>

int variorum_same_mount(const char *a, const char *b) {
    struct statx first, second;
    unsigned int wanted = STATX_MNT_ID;
    if (statx(AT_FDCWD, a, 0, wanted, &first) || statx(AT_FDCWD, b, 0, wanted, &second)) return 0;
    if (first.stx_dev_major != second.stx_dev_major || first.stx_dev_minor != second.stx_dev_minor) return 0;
    // Kernels before 5.8 do not tell mounts apart; then one device has to do.
    if (!(first.stx_mask & second.stx_mask & STATX_MNT_ID)) return 1;
    return first.stx_mnt_id == second.stx_mnt_id;
}
