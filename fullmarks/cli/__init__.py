"""The program on the command line, one command a file. Only here are files read and written."""
