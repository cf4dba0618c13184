// Makes the Nth call that changes a disk fail, or kills the program there. Loaded with LD_PRELOAD.
//
// FAULT_AT     N, from 1. Without it nothing fails and calls are only counted.
// FAULT_KIND   what happens: EIO or ENOSPC, the error of that call; FULL, ENOSPC from that call on for all that
//              need room; KILL, SIGKILL before the call; KILLED, after it; FOREIGN, somebody else makes a file before the
//              call
// FAULT_FILE   the file of FOREIGN; one that exists is left alone
// FAULT_LOG    file that gets a line `N NAME PATH` for each call, written before the call; the path is the new one of
//              a rename
//
// A call counts when it makes, changes, renames, syncs or removes a file or folder, or closes one that was
// open for writing. Pipes, terminals and sockets do not count.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_long count;
static long fault_at = -1;
static int fault_error, is_full, is_kill, is_killed, is_foreign;
static int log_file = -1;

// Raw system calls below, so that nothing here is counted.
static void end(void) {
    syscall(SYS_kill, syscall(SYS_getpid), SIGKILL);
    for (;;) syscall(SYS_pause);
}

__attribute__((constructor)) static void begin(void) {
    const char *at = getenv("FAULT_AT"), *kind = getenv("FAULT_KIND"), *log = getenv("FAULT_LOG");
    if (log) log_file = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    if (!at || !kind) return;
    fault_at = atol(at);
    is_full = !strcmp(kind, "FULL");
    is_kill = !strcmp(kind, "KILL");
    is_killed = !strcmp(kind, "KILLED");
    is_foreign = !strcmp(kind, "FOREIGN");
    fault_error = !strcmp(kind, "EIO") ? EIO : ENOSPC;
}

static void make_foreign(void) {
    const char *path = getenv("FAULT_FILE");
    char folder[4096];
    if (!path || strlen(path) >= sizeof folder) return;
    for (const char *at = strchr(path, '/'); at; at = strchr(at + 1, '/')) {
        memcpy(folder, path, (size_t)(at - path));
        folder[at - path] = 0;
        if (at > path) syscall(SYS_mkdirat, AT_FDCWD, folder, 0755);
    }
    int file = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_EXCL, 0644);
    if (file < 0) return;
    syscall(SYS_write, file, "foreign\n", 8);
    syscall(SYS_close, file);
}

// What happens at a call: 0, nothing; else the error that it is to give. `room`: whether a full disk matters.
// `*last`: whether the program ends after the call.
static int fault(const char *name, const char *path, int room, int *last) {
    long n = atomic_fetch_add(&count, 1) + 1;
    *last = is_killed && n == fault_at;
    if (log_file >= 0) {
        char line[4200];
        int size = snprintf(line, sizeof line, "%ld %s %s\n", n, name, path);
        syscall(SYS_write, log_file, line, size);
    }
    if (fault_at < 0) return 0;
    if (is_full) return n >= fault_at && room ? ENOSPC : 0;
    if (n != fault_at || is_killed) return 0;
    if (is_kill) end();
    if (is_foreign) {
        make_foreign();
        return 0;
    }
    return fault_error;
}

static int is_on_disk(int fd) {
    struct stat status;
    return syscall(SYS_fstat, fd, &status) == 0 && (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode));
}

static int is_for_writing(int fd) {
    long flags = syscall(SYS_fcntl, fd, F_GETFL);
    return flags >= 0 && (flags & O_ACCMODE) != O_RDONLY;
}

struct path { char text[4096]; };

static struct path path_of(int fd) {
    struct path path;
    char link[32];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    long size = log_file < 0 ? 0 : syscall(SYS_readlinkat, AT_FDCWD, link, path.text, sizeof path.text - 1);
    path.text[size < 0 ? 0 : size] = 0;
    return path;
}

// Calls the next definition of a function.
#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define COUNTED(name, path, condition, room, call)             \
    int last = 0;                                              \
    if (condition) {                                           \
        int error = fault(#name, path, room, &last);           \
        if (error) { errno = error; return -1; }               \
    }                                                          \
    __auto_type result = call;                                 \
    if (last) end();                                           \
    return result

#define OPEN(name, parameters, ...)                                                  \
    int name parameters {                                                            \
        mode_t mode = 0;                                                             \
        if (flags & (O_CREAT | O_TMPFILE)) {                                         \
            va_list list;                                                            \
            va_start(list, flags);                                                   \
            mode = va_arg(list, mode_t);                                             \
            va_end(list);                                                            \
        }                                                                            \
        int changes = (flags & (O_CREAT | O_TRUNC)) || (flags & O_ACCMODE) != O_RDONLY; \
        COUNTED(name, path, changes && strncmp(path, "/dev/", 5) && strncmp(path, "/proc/", 6), 1, NEXT(name)(__VA_ARGS__)); \
    }

OPEN(open, (const char *path, int flags, ...), path, flags, mode)
OPEN(open64, (const char *path, int flags, ...), path, flags, mode)
OPEN(openat, (int folder, const char *path, int flags, ...), folder, path, flags, mode)
OPEN(openat64, (int folder, const char *path, int flags, ...), folder, path, flags, mode)

ssize_t write(int fd, const void *bytes, size_t size) {
    COUNTED(write, path_of(fd).text, is_on_disk(fd), 1, NEXT(write)(fd, bytes, size));
}
ssize_t pwrite(int fd, const void *bytes, size_t size, off_t at) {
    COUNTED(pwrite, path_of(fd).text, is_on_disk(fd), 1, NEXT(pwrite)(fd, bytes, size, at));
}
ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t at) {
    COUNTED(pwrite64, path_of(fd).text, is_on_disk(fd), 1, NEXT(pwrite64)(fd, bytes, size, at));
}
ssize_t writev(int fd, const struct iovec *parts, int number) {
    COUNTED(writev, path_of(fd).text, is_on_disk(fd), 1, NEXT(writev)(fd, parts, number));
}
int rename(const char *from, const char *to) { COUNTED(rename, to, 1, 1, NEXT(rename)(from, to)); }
int renameat(int a, const char *from, int b, const char *to) {
    COUNTED(renameat, to, 1, 1, NEXT(renameat)(a, from, b, to));
}
int renameat2(int a, const char *from, int b, const char *to, unsigned flags) {
    COUNTED(renameat2, to, 1, 1, NEXT(renameat2)(a, from, b, to, flags));
}
int unlink(const char *path) { COUNTED(unlink, path, 1, 0, NEXT(unlink)(path)); }
int unlinkat(int folder, const char *path, int flags) {
    COUNTED(unlinkat, path, 1, 0, NEXT(unlinkat)(folder, path, flags));
}
int remove(const char *path) { COUNTED(remove, path, 1, 0, NEXT(remove)(path)); }
int rmdir(const char *path) { COUNTED(rmdir, path, 1, 0, NEXT(rmdir)(path)); }
int mkdir(const char *path, mode_t mode) { COUNTED(mkdir, path, 1, 1, NEXT(mkdir)(path, mode)); }
int mkdirat(int folder, const char *path, mode_t mode) {
    COUNTED(mkdirat, path, 1, 1, NEXT(mkdirat)(folder, path, mode));
}
int link(const char *from, const char *to) { COUNTED(link, to, 1, 1, NEXT(link)(from, to)); }
int linkat(int a, const char *from, int b, const char *to, int flags) {
    COUNTED(linkat, to, 1, 1, NEXT(linkat)(a, from, b, to, flags));
}
int symlink(const char *from, const char *to) { COUNTED(symlink, to, 1, 1, NEXT(symlink)(from, to)); }
int fsync(int fd) { COUNTED(fsync, path_of(fd).text, is_on_disk(fd), 1, NEXT(fsync)(fd)); }
int fdatasync(int fd) { COUNTED(fdatasync, path_of(fd).text, is_on_disk(fd), 1, NEXT(fdatasync)(fd)); }
int syncfs(int fd) { COUNTED(syncfs, path_of(fd).text, 1, 1, NEXT(syncfs)(fd)); }
int sync_file_range(int fd, off64_t at, off64_t size, unsigned flags) {
    COUNTED(sync_file_range, path_of(fd).text, 1, 0, NEXT(sync_file_range)(fd, at, size, flags));
}
int ftruncate(int fd, off_t size) { COUNTED(ftruncate, path_of(fd).text, is_on_disk(fd), 1, NEXT(ftruncate)(fd, size)); }
int ftruncate64(int fd, off64_t size) { COUNTED(ftruncate64, path_of(fd).text, is_on_disk(fd), 1, NEXT(ftruncate64)(fd, size)); }
int fchmod(int fd, mode_t mode) { COUNTED(fchmod, path_of(fd).text, 1, 0, NEXT(fchmod)(fd, mode)); }
int futimens(int fd, const struct timespec times[2]) { COUNTED(futimens, path_of(fd).text, 1, 0, NEXT(futimens)(fd, times)); }
int utimensat(int folder, const char *path, const struct timespec times[2], int flags) {
    COUNTED(utimensat, path, 1, 0, NEXT(utimensat)(folder, path, times, flags));
}
ssize_t copy_file_range(int from, off64_t *a, int to, off64_t *b, size_t size, unsigned flags) {
    COUNTED(copy_file_range, path_of(to).text, 1, 1, NEXT(copy_file_range)(from, a, to, b, size, flags));
}
ssize_t sendfile(int to, int from, off_t *at, size_t size) {
    COUNTED(sendfile, path_of(to).text, is_on_disk(to), 1, NEXT(sendfile)(to, from, at, size));
}
ssize_t sendfile64(int to, int from, off64_t *at, size_t size) {
    COUNTED(sendfile64, path_of(to).text, is_on_disk(to), 1, NEXT(sendfile64)(to, from, at, size));
}

// A file is closed even when the call reports an error (close(2), NOTES).
int close(int fd) {
    int last = 0, error = is_on_disk(fd) && is_for_writing(fd) ? fault("close", path_of(fd).text, 1, &last) : 0;
    int result = (int)syscall(SYS_close, fd);
    if (last) end();
    if (error) { errno = error; return -1; }
    return result;
}
