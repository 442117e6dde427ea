#ifndef SITREP_CTERMINAL_H
#define SITREP_CTERMINAL_H
int cterminal_placeholder(void);
#endif
