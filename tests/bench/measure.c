/*
 * Runs a command and prints what it cost: microseconds of processor time
 * (user and system), microseconds by the clock, and peak memory in KiB.
 *
 * usage: measure COMMAND [ARGUMENT]...
 *
 * It is a separate program because the peak of a process includes that of its
 * parent, and an interpreter is larger than post2feed.
 */
#define _DEFAULT_SOURCE		/* wait4() */

#include <stdio.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long long
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (long long)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static long long
microseconds(const struct timeval *t)
{
	return (long long)t->tv_sec * 1000000 + t->tv_usec;
}

int
main(int argc, char *argv[])
{
	struct rusage usage;
	long long start;
	int status;
	pid_t child;

	if (argc < 2) {
		fputs("usage: measure COMMAND [ARGUMENT]...\n", stderr);
		return 2;
	}
	start = now();
	child = fork();
	if (child == 0) {
		execvp(argv[1], argv + 1);
		perror(argv[1]);
		_exit(127);
	}
	if (child == -1 || wait4(child, &status, 0, &usage) != child)
		return 1;
	fprintf(stderr, "%lld %lld %ld\n", microseconds(&usage.ru_utime) +
	    microseconds(&usage.ru_stime), now() - start, usage.ru_maxrss);
	return status == 0 ? 0 : 1;
}
