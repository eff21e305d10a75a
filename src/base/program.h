/*
 * program - the files that make up the running program.
 */
#ifndef BASE_PROGRAM_H
#define BASE_PROGRAM_H

/*
 * Note (see base/seen.h) the program and its loaded libraries: a new file of
 * the same version may behave differently.  On systems that do not tell where
 * they are, nothing is noted.
 */
void	 program_note(void);

#endif
