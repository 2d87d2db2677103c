#ifndef KANBAO_CFAULTS_H
#define KANBAO_CFAULTS_H

// Crashes as they happen in C, for the tests of what a crash leaves of the terminal. None of these returns.

void kanbao_fault_null(void);      // reads where no memory is
void kanbao_fault_file_end(void);  // reads mapped memory beyond the end of its file
void kanbao_fault_illegal(void);   // executes what is no instruction
void kanbao_fault_division(void);  // divides by zero
void kanbao_fault_abort(void);     // gives up
void kanbao_fault_stack(void);     // calls itself until the stack has no room

#endif
