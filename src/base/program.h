/*
 * program - the files that the running program consists of.
 */
#ifndef BASE_PROGRAM_H
#define BASE_PROGRAM_H

/*
 * Note (see base/seen.h) the program and the libraries that are loaded: a
 * new one of the same version may do other things.  On systems that do not
 * tell where they are, there is nothing to note.
 */
void	 program_note(void);

#endif
