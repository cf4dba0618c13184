#define _GNU_SOURCE
#include "CPosix.h"
#include <elf.h>
#include <link.h>
#include <string.h>

struct collection {
    unsigned char *ids;
    int capacity, count, program;
};

static int aligned(int size) { return (size + 3) & ~3; }

static int collect(struct dl_phdr_info *object, size_t size, void *context) {
    struct collection *into = context;
    (void)size;
    // The vDSO, which the kernel provides.
    if (strstr(object->dlpi_name, "vdso")) return 0;
    for (int i = 0; i < object->dlpi_phnum; i++) {
        const ElfW(Phdr) *segment = &object->dlpi_phdr[i];
        if (segment->p_type != PT_NOTE) continue;
        const char *at = (const char *)(object->dlpi_addr + segment->p_vaddr);
        const char *end = at + segment->p_memsz;
        while (end - at >= (long)sizeof(ElfW(Nhdr))) {
            const ElfW(Nhdr) *note = (const ElfW(Nhdr) *)at;
            const char *name = at + sizeof *note;
            const char *id = name + aligned(note->n_namesz);
            if (note->n_type == NT_GNU_BUILD_ID && note->n_namesz == 4 && !memcmp(name, "GNU", 4) &&
                into->count + (int)note->n_descsz <= into->capacity) {
                memcpy(into->ids + into->count, id, note->n_descsz);
                into->count += note->n_descsz;
                // The program itself has an empty name.
                if (object->dlpi_name[0] == '\0') into->program = 1;
            }
            at = id + aligned(note->n_descsz);
        }
    }
    return 0;
}

int variorum_build_ids(unsigned char *ids, int capacity) {
    struct collection into = {ids, capacity, 0, 0};
    dl_iterate_phdr(collect, &into);
    return into.program ? into.count : 0;
}
