/* Records, in order, every change made to the files of one folder: what a power cut may lose is then known.
   Also fails the Nth of them on request (fail_at). Loaded by LD_PRELOAD; Linux only. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define DESCRIPTORS 1024
static char *names[DESCRIPTORS]; /* the watched file behind each descriptor */
static int journal = -1;
static long countdown = -1;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

void fail_at(long number) { countdown = number; }

static int fails(void) {
    if (countdown > 0 && --countdown == 0) {
        errno = EIO;
        return 1;
    }
    return 0;
}

static const char *watched(int descriptor) {
    return descriptor >= 0 && descriptor < DESCRIPTORS ? names[descriptor] : NULL;
}

static void note(char act, const char *name, uint64_t offset, const void *data, uint64_t length) {
    static ssize_t (*real_write)(int, const void *, size_t);
    if (journal < 0) return;
    if (!real_write) real_write = REAL(write);
    struct __attribute__((packed)) { char act; uint32_t name; uint64_t offset, length; } head = {
        act, (uint32_t)strlen(name), offset, length};
    ssize_t done = real_write(journal, &head, sizeof head);
    done += real_write(journal, name, head.name);
    if (data) done += real_write(journal, data, length);
    if (done < 0) abort();
}

static int opened(int descriptor, const char *path) {
    const char *folder = getenv("RECORDED_FOLDER"), *target = getenv("RECORDER_JOURNAL");
    if (descriptor < 0 || descriptor >= DESCRIPTORS || !folder || !target) return descriptor;
    free(names[descriptor]);
    names[descriptor] = NULL;
    if (strncmp(path, folder, strlen(folder)) == 0) {
        if (journal < 0) journal = REAL(open)(target, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        names[descriptor] = strdup(path);
    }
    return descriptor;
}

#define OPEN(name)                                                                                                     \
    int name(const char *path, int flags, ...) {                                                                       \
        va_list more;                                                                                                  \
        va_start(more, flags);                                                                                         \
        int mode = va_arg(more, int);                                                                                  \
        va_end(more);                                                                                                  \
        return opened(REAL(name)(path, flags, mode), path);                                                            \
    }
OPEN(open)
OPEN(open64)

int close(int descriptor) {
    if (watched(descriptor)) {
        free(names[descriptor]);
        names[descriptor] = NULL;
    }
    return REAL(close)(descriptor);
}

ssize_t write(int descriptor, const void *data, size_t length) {
    const char *name = watched(descriptor);
    if (!name) return REAL(write)(descriptor, data, length);
    if (fails()) return -1;
    uint64_t offset = (uint64_t)lseek(descriptor, 0, SEEK_CUR);
    ssize_t done = REAL(write)(descriptor, data, length);
    if (done > 0) note('w', name, offset, data, (uint64_t)done);
    return done;
}

#define PWRITE(name, offset_type)                                                                                      \
    ssize_t name(int descriptor, const void *data, size_t length, offset_type offset) {                                \
        const char *file = watched(descriptor);                                                                        \
        if (file && fails()) return -1;                                                                                \
        ssize_t done = REAL(name)(descriptor, data, length, offset);                                                   \
        if (file && done > 0) note('w', file, (uint64_t)offset, data, (uint64_t)done);                                 \
        return done;                                                                                                   \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define TRUNCATE(name, length_type)                                                                                    \
    int name(int descriptor, length_type length) {                                                                     \
        const char *file = watched(descriptor);                                                                        \
        if (file && fails()) return -1;                                                                                \
        int result = REAL(name)(descriptor, length);                                                                   \
        if (file && result == 0) note('t', file, (uint64_t)length, NULL, 0);                                           \
        return result;                                                                                                 \
    }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define SYNC(name)                                                                                                     \
    int name(int descriptor) {                                                                                         \
        const char *file = watched(descriptor);                                                                        \
        if (file && fails()) return -1;                                                                                \
        int result = REAL(name)(descriptor);                                                                           \
        if (file && result == 0) note('s', file, 0, NULL, 0);                                                          \
        return result;                                                                                                 \
    }
SYNC(fsync)
SYNC(fdatasync)

int unlink(const char *path) {
    const char *folder = getenv("RECORDED_FOLDER");
    int result = REAL(unlink)(path);
    if (result == 0 && folder && strncmp(path, folder, strlen(folder)) == 0) note('u', path, 0, NULL, 0);
    return result;
}
