#define _GNU_SOURCE 1
#include "CProcess.h"

#include <link.h>
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

static int let_go(struct dl_phdr_info *info, size_t size, void *context) {
  (void)size;
  (void)context;
  const uintptr_t page = (uintptr_t)getpagesize();
  for (int index = 0; index < info->dlpi_phnum; index++) {
    const ElfW(Phdr) *part = &info->dlpi_phdr[index];
    if (part->p_type != PT_LOAD) continue;
    const uintptr_t address = info->dlpi_addr + part->p_vaddr, start = address & ~(page - 1);
    /* What can be written holds what was written to it: there only pages that are still the file's may go. */
    madvise((void *)start, address - start + part->p_memsz, part->p_flags & PF_W ? MADV_PAGEOUT : MADV_DONTNEED);
  }
  /* The program itself comes first; of the libraries others may have more use. */
  return 1;
}

void sitrep_code_let_go(void) { dl_iterate_phdr(let_go, NULL); }

void sitrep_one_heap(void) { mallopt(M_ARENA_MAX, 1); }
