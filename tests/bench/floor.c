/*
 * The least that the system has to do to read posts: the floor that the
 * benchmarks are measured against.
 *
 * usage: floor read|stat FOLDER
 *
 * `read` opens, reads to the end and closes every file of a folder; `stat`
 * calls stat(2) on every file.  The bytes are thrown away.
 */
#define _POSIX_C_SOURCE 200809L

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char bytes[1 << 20];

/* A short read is the last one: no second call is needed to find out. */
static int
read_file(int folder, const char *name)
{
	int fd = openat(folder, name, O_RDONLY | O_CLOEXEC);
	ssize_t n;

	if (fd == -1)
		return -1;
	do
		n = read(fd, bytes, sizeof bytes);
	while (n == (ssize_t)sizeof bytes);
	close(fd);
	return n < 0 ? -1 : 0;
}

static int
stat_file(int folder, const char *name)
{
	struct stat st;

	return fstatat(folder, name, &st, 0);
}

int
main(int argc, char *argv[])
{
	int (*take)(int, const char *) = NULL;
	struct dirent *entry;
	DIR *folder;

	if (argc == 3 && strcmp(argv[1], "read") == 0)
		take = read_file;
	if (argc == 3 && strcmp(argv[1], "stat") == 0)
		take = stat_file;
	if (take == NULL) {
		fputs("usage: floor read|stat FOLDER\n", stderr);
		return 2;
	}
	folder = opendir(argv[2]);
	if (folder == NULL) {
		perror(argv[2]);
		return 1;
	}
	while ((entry = readdir(folder)) != NULL)
		if (entry->d_name[0] != '.' &&
		    take(dirfd(folder), entry->d_name) == -1) {
			perror(entry->d_name);
			return 1;
		}
	closedir(folder);
	return 0;
}
