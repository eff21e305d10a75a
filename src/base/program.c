#define _GNU_SOURCE		/* dl_iterate_phdr() */

#include "base/program.h"
#include "base/seen.h"

#if defined(__linux__) || defined(__FreeBSD__) || defined(__NetBSD__) || \
    defined(__OpenBSD__)
#include <link.h>

/* Not all names are those of files: the kernel's and the program's are not. */
static int
note_object(struct dl_phdr_info *info, size_t size, void *data)
{
	(void)size;
	(void)data;
	if (info->dlpi_name != NULL && info->dlpi_name[0] == '/')
		seen_note(info->dlpi_name);
	return 0;
}

void
program_note(void)
{
	dl_iterate_phdr(note_object, NULL);
	seen_note("/proc/self/exe");
}
#else
void
program_note(void)
{
}
#endif
